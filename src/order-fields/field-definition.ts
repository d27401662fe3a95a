import type { z } from 'zod';
import { type DayOrder } from './parsers/days.js';
import { APOSTROPHE, TEXT_MARK } from './parsers/excel.js';
import { type Parsed, Refusal, Doubt } from './problems.js';

/** Who may fill a field by spreadsheet: everyone, or only the delivery company's dispatchers. */
type FieldAudience = 'all' | 'dispatcher';

/** What the catalogue says about one order field. */
export interface FieldInfo {
  readonly label: string;
  /** What it is, for readers of the API document: no full stop at its end. */
  readonly description: string;
  /** The column's name in our own template. */
  readonly header: string;
  /**
   * Other header texts that mean this column. Headers match regardless of case, spaces, underscores and
   * hyphens.
   */
  readonly synonyms: readonly string[];
  readonly type: 'string' | 'integer' | 'number' | 'array';
  /** How the value is written in a spreadsheet cell, in words; null for free text. */
  readonly format: string | null;
  /** A cell text that imports without changes. */
  readonly example: string;
  /** Required in every order. Latitude and longitude together can replace `address.addressLineOne`. */
  readonly mandatory: boolean;
  readonly audience: FieldAudience;
  /** Whether a dispatcher may make it required for a client. */
  readonly requirable: boolean;
}

/** What a parser needs besides the text. */
export interface ParseContext {
  /** ISO alpha-2 code of the country of phone numbers and zips that name none. */
  readonly countryCode: string | null;
  /** How dates such as 03/04/2026 are read; they are refused without it. */
  readonly dayOrder?: DayOrder | null;
}

export type FieldValue = string | number | string[];

/**
 * One field of an order. `T` is its type in a validated order: null if it may be empty, else it has a
 * default.
 */
export interface FieldDefinition<T extends FieldValue | null> {
  readonly info: FieldInfo;
  /** The value of an order without the field. */
  blank(this: void): T;
  /** The value in a request body; null clears it. */
  readonly input: z.ZodType<T | null, T | null>;
  /** The value in a response. */
  readonly output: z.ZodType<T>;
  /** Reads a spreadsheet cell; null when it is empty. */
  parse(this: void, text: string, context: ParseContext): Parsed<NonNullable<T> | null>;
  /** The cell text that parses back to this value. */
  print(this: void, value: NonNullable<T>): string;
}

/** The texts of an entry in the catalogue. */
export interface FieldText {
  header: string;
  /** What it is, for readers of the API document: no full stop at its end. */
  description: string;
  example: string;
  /** Comma-separated. */
  synonyms: string;
  label?: string;
  format?: string;
  mandatory?: boolean;
  audience?: FieldAudience;
}

type Kind<T extends FieldValue | null> = Omit<FieldDefinition<T>, 'info' | 'print'> &
  Partial<Pick<FieldDefinition<T>, 'print'> & Pick<FieldInfo, 'type'>> & {
    /** Tells Excel's apostrophe from one of the value. */
    mark?: RegExp;
    /** What values may be, beyond their type: `Up to 200 characters`. */
    limit?: string;
  };

/** Combines a field's texts with how its values are parsed, validated and printed. */
export function defineField<T extends FieldValue | null>(
  { header, description, example, synonyms, audience = 'all', ...told }: FieldText,
  { type = 'string', mark = TEXT_MARK, limit, blank, input, output, parse, print = String }: Kind<T>,
): FieldDefinition<T> {
  const parsed = parse(example, { countryCode: null });
  if (parsed === null || parsed instanceof Refusal) throw new Error(`The example of ${header} is not read`);
  const value = parsed instanceof Doubt ? parsed.value : parsed;
  const documented = (...sentences: string[]) => ({
    description: `${[description, ...sentences].join('. ')}.`,
    example: value,
  });
  return {
    info: {
      header,
      label: told.label ?? header,
      description,
      synonyms: synonyms.split(', '),
      type,
      format: told.format ?? null,
      example,
      mandatory: told.mandatory ?? false,
      audience,
      requirable: audience === 'all',
    },
    blank,
    input: input.meta(documented(...(limit ? [limit] : []), `Null for ${toldBy(blank())}`)),
    output: output.meta(documented(...(blank() === null ? ['Null where there is none'] : []))),
    parse: (text, context) =>
      parse(text.charCodeAt(0) === APOSTROPHE && mark.test(text) ? text.slice(1) : text, context),
    print: (value) => {
      const text = print(value);
      return mark.test(text) ? `'${text}` : text;
    },
  };
}

/** The value of an order that says nothing of the field, in words. */
function toldBy(blank: FieldValue | null): string {
  return blank === null || typeof blank === 'object' ? 'none' : `the default, ${blank}`;
}
