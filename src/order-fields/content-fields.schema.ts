import { z } from 'zod';
import { FIELD_INFO, type FieldInfo, type FieldName } from './field-info.js';
import { type Range } from './limits.js';
import { NUL_REFUSED, tooLong } from './parsers/plain.js';
import { isLongerThan, tidyLine, tidyText } from './parsers/text.js';
import { type FieldProblemCode, sentence } from './problems.js';

const told = (name: FieldName): FieldInfo => FIELD_INFO[name];

const emptyToNull = (value: string | null) => (value === '' ? null : value);

/**
 * What a refinement says when it refuses `name`. The stable code rides in the issue's `params.code`, as the
 * row check's `CellProblem.code`.
 */
export function refusal(name: FieldName, code: FieldProblemCode, says: string) {
  return {
    params: { code },
    error: (issue: { input?: unknown }) =>
      sentence(told(name).label, typeof issue.input === 'string' ? issue.input : '', says),
  };
}

/** A string of at most `max` code points, tidied by `tidy`. */
export function stringOf(name: FieldName, max: number, tidy = tidyLine) {
  return z
    .string({ error: `${told(name).label} must be text in quotes.` })
    .refine((text) => !text.includes('\0'), {
      ...refusal(name, 'character_invalid', NUL_REFUSED),
      abort: true,
    })
    .overwrite(tidy)
    .refine((text) => !isLongerThan(text, max), { ...refusal(name, 'too_long', tooLong(max)), abort: true })
    .meta({ maxLength: max });
}

/** What the document says of a field. */
export function describe(name: FieldName, description: string, example: unknown = told(name).example) {
  return { description, example };
}

/** One line of text; blank text is null. */
export function lineOf(name: FieldName, max: number, description: string) {
  return stringOf(name, max).nullable().overwrite(emptyToNull).meta(describe(name, description));
}

/** Text that may have several lines; blank text is null. */
export function textOf(name: FieldName, max: number, description: string) {
  return stringOf(name, max, tidyText).nullable().overwrite(emptyToNull).meta(describe(name, description));
}

/** A number of the range, whole or not; the codes are those of the row check. */
export function numberOf(name: FieldName, { min, max }: Range, whole = false) {
  const kind = whole ? 'a whole number' : 'a number';
  const error = `${told(name).label} must be ${kind} from ${min} to ${max}, without quotes.`;
  const number = whole ? z.int({ error }) : z.number({ error });
  // The sum turns -0 into 0, as the database will.
  return number
    .min(min, { error })
    .max(max, { error })
    .overwrite((value) => value + 0);
}
