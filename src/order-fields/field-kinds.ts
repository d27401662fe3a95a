import { z } from 'zod';
import { described } from '../common/schemas/described.js';
import { defineField, type FieldDefinition, type FieldText, type ParseContext } from './field-definition.js';
import { MAX_LENGTH, MAX_PRODUCTS, type Range, SERVICE_SECONDS } from './limits.js';
import { parseClientCode } from './parsers/client-code.js';
import { DAY_PATTERN, parseDay } from './parsers/days.js';
import { CODE_MARK, codeParser, TEXT_MARK } from './parsers/excel.js';
import { EMAIL_PATTERN, EMAIL_SAYS, isEmail, lowerDomain, parseEmail } from './parsers/email.js';
import { degreesParser, wholeNumberParser } from './parsers/numbers.js';
import { lineParser, textParser } from './parsers/plain.js';
import { parseProducts, printProduct, TOO_MANY_PRODUCTS } from './parsers/products.js';
import { tidyText } from '../common/schemas/tidy-text.js';
import { parseDuration, parseTime, printDuration } from './parsers/times.js';
import { type Parsed } from './problems.js';
import { numberOf, refusal, stringOf } from './value-schemas.js';

/** The kinds of fields: how a value is read from a cell, validated in a body, and returned. */

type TextField = FieldDefinition<string | null>;
type NumberField = FieldDefinition<number | null>;

const none = () => null;
const emptyToNull = (value: string | null) => (value === '' ? null : value);
const nullableText = z.string().nullable();

interface LineText extends FieldText {
  max: number;
  parse?: (text: string, context: ParseContext) => Parsed<string | null>;
  mark?: RegExp;
}

/** One line of text of at most `max` characters. */
export function line({ max, parse = lineParser(max), mark = TEXT_MARK, ...told }: LineText): TextField {
  const input = stringOf(labelOf(told), max).nullable().overwrite(emptyToNull);
  return defineField(told, { blank: none, mark, limit: upTo(max), input, output: nullableText, parse });
}

/** One line that spreadsheet programs may take for a number. */
export function code(told: LineText): TextField {
  return line({ parse: codeParser(told.max), mark: CODE_MARK, ...told });
}

/** Text that may have several lines. */
export function text({ max, ...told }: FieldText & { max: number }): TextField {
  const input = stringOf(labelOf(told), max, tidyText).nullable().overwrite(emptyToNull);
  return defineField(told, {
    blank: none,
    limit: upTo(max),
    input,
    output: nullableText,
    parse: textParser(max),
  });
}

export function email(told: FieldText): TextField {
  const label = labelOf(told);
  const input = stringOf(label, MAX_LENGTH.email)
    .refine((value) => value === '' || isEmail(value), refusal(label, 'email_invalid', EMAIL_SAYS))
    .overwrite(lowerDomain)
    .meta({ format: 'idn-email', pattern: `${EMAIL_PATTERN}|^\\s*$` })
    .nullable()
    .overwrite(emptyToNull);
  const output = z.string().meta({ format: 'idn-email' }).nullable();
  return defineField(told, {
    blank: none,
    limit: upTo(MAX_LENGTH.email),
    input,
    output,
    mark: CODE_MARK,
    parse: parseEmail,
  });
}

interface ChoiceText<T extends string> extends FieldText {
  values: readonly T[];
  /** What each value means. */
  meanings: Readonly<Record<T, string>>;
  /** Its name among the schemas of the API document. */
  id: string;
  /** The default. */
  usual: T;
  parse: (text: string) => Parsed<T | null>;
}

/** One of a few words. */
export function choice<T extends string>({ values, meanings, id, usual, parse, ...told }: ChoiceText<T>) {
  const words = values.map((value) => `"${value}"`).join(' or ');
  const error = `${labelOf(told)} must be ${words}.`;
  const choices = described(`${told.description}:`, meanings, { values, error }).meta({ id });
  return defineField<T>(told, {
    blank: () => usual,
    input: choices.nullable().meta({ default: usual }),
    output: choices,
    parse,
  });
}

/** A whole number; `usual` is the default. */
export function wholeNumber({ range, usual, ...told }: FieldText & { range: Range; usual: number }) {
  const input = numberOf(labelOf(told), range, true).nullable().meta({ default: usual });
  const format = `A whole number from ${range.min} to ${range.max}`;
  return defineField<number>(
    { format, ...told },
    {
      type: 'integer',
      blank: () => usual,
      limit: within(range),
      input,
      output: z.int(),
      mark: CODE_MARK,
      parse: wholeNumberParser(range),
    },
  );
}

/** WGS-84 degrees. */
export function degrees({ range, ...told }: FieldText & { range: Range }): NumberField {
  const input = numberOf(labelOf(told), range).nullable();
  const format = `Degrees from ${range.min} to ${range.max}`;
  const output = z.number().nullable();
  return defineField(
    { format, ...told },
    {
      type: 'number',
      blank: none,
      mark: CODE_MARK,
      limit: within(range),
      input,
      output,
      parse: degreesParser(range),
    },
  );
}

/** Several names in one cell. */
export function names(told: FieldText) {
  const input = z
    .array(stringOf(labelOf(told), MAX_LENGTH.product))
    .max(MAX_PRODUCTS, { error: `${labelOf(told)} ${TOO_MANY_PRODUCTS}` })
    .overwrite((given) => given.filter((name) => name !== ''))
    .nullable();
  return defineField<string[]>(
    {
      format: 'Names separated by |, ; or a line break; \\| and \\; stand for these characters in a name',
      ...told,
    },
    {
      type: 'array',
      blank: () => [],
      limit: `Up to ${MAX_PRODUCTS}, each of up to ${MAX_LENGTH.product} characters`,
      input,
      output: z.array(z.string()),
      parse: parseProducts,
      print: (given) => given.map(printProduct).join('|'),
    },
  );
}

/** A time of day. */
export function clockTime(told: FieldText): TextField {
  const input = z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write the time as HH:MM, such as 09:30.' })
    .nullable();
  return defineField(
    { format: 'HH:MM, local to the depot', ...told },
    { blank: none, mark: CODE_MARK, input, output: nullableText, parse: parseTime },
  );
}

/** A day of the calendar. */
export function day(told: FieldText): TextField {
  const error = `${labelOf(told)} must be a day from 2000 to 2099, written YYYY-MM-DD.`;
  const input = z.string({ error }).regex(new RegExp(DAY_PATTERN), { error }).meta({ format: 'date' });
  return defineField(
    {
      format: 'YYYY-MM-DD, or a date that can be read in one way only, such as 25/12/2026 or 3 Dec 2026',
      ...told,
    },
    {
      blank: none,
      input: input.nullable(),
      output: z.string().meta({ format: 'date' }).nullable(),
      mark: CODE_MARK,
      parse: (text, { dayOrder = null }) => parseDay(text, dayOrder),
    },
  );
}

/** A length of time, kept in seconds. */
export function duration(told: FieldText): NumberField {
  const input = numberOf(labelOf(told), SERVICE_SECONDS, true).nullable();
  const format = 'Minutes (5), or with a unit (90s, 5 min, 1h 30min), or HH:MM:SS';
  const output = z.int().nullable();
  return defineField(
    { format, ...told },
    {
      type: 'integer',
      blank: none,
      limit: within(SERVICE_SECONDS),
      input,
      output,
      mark: CODE_MARK,
      parse: parseDuration,
      print: printDuration,
    },
  );
}

/** A client's code, used in spreadsheets only. */
export function clientCode(told: FieldText): TextField {
  const input = stringOf(labelOf(told), MAX_LENGTH.clientCode).nullable();
  return defineField(told, {
    blank: none,
    mark: CODE_MARK,
    input,
    output: nullableText,
    parse: parseClientCode,
  });
}

const upTo = (max: number) => `Up to ${max} characters`;
const within = ({ min, max }: Range) => `From ${min} to ${max}`;

function labelOf({ label, header }: FieldText): string {
  return label ?? header;
}
