import { z } from 'zod';
import { type Range } from './limits.js';
import { NUL_REFUSED, tooLong } from './parsers/plain.js';
import { isLongerThan, tidyLine } from '../common/schemas/tidy-text.js';
import { type FieldProblemCode, sentence } from './problems.js';

/**
 * What a refinement says when it refuses a value. The stable code rides in the issue's `params.code`, as the
 * row check's `CellProblem.code`.
 */
export function refusal(label: string, code: FieldProblemCode, says: string) {
  return {
    params: { code },
    error: (issue: { input?: unknown }) =>
      sentence(label, typeof issue.input === 'string' ? issue.input : '', says),
  };
}

/** A string of at most `max` code points, tidied by `tidy`. */
export function stringOf(label: string, max: number, tidy = tidyLine) {
  return z
    .string({ error: `${label} must be text in quotes.` })
    .refine((text) => !text.includes('\0'), {
      ...refusal(label, 'character_invalid', NUL_REFUSED),
      abort: true,
    })
    .overwrite(tidy)
    .refine((text) => !isLongerThan(text, max), { ...refusal(label, 'too_long', tooLong(max)), abort: true })
    .meta({ maxLength: max });
}

/** A number of the range, whole or not; the codes are those of the row check. */
export function numberOf(label: string, { min, max }: Range, whole = false) {
  const kind = whole ? 'a whole number' : 'a number';
  const error = `${label} must be ${kind} from ${min} to ${max}, without quotes.`;
  const number = whole ? z.int({ error }) : z.number({ error });
  // The sum turns -0 into 0, as the database will.
  return number
    .min(min, { error })
    .max(max, { error })
    .overwrite((value) => value + 0);
}
