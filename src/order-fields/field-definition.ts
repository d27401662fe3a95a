import type { z } from 'zod';
import { type Parsed, Refusal, Doubt } from './problems.js';

/** Who may fill a field by spreadsheet: everyone, or the delivery company's dispatchers only. */
export type FieldAudience = 'all' | 'dispatcher';

/** What the catalogue tells people and programs about one order field. */
export interface FieldInfo {
  readonly label: string;
  /** The column's name in our own template. */
  readonly header: string;
  /** Other header texts that mean this column. Headers match whatever their case, spaces, underscores and hyphens. */
  readonly synonyms: readonly string[];
  readonly type: 'string' | 'integer' | 'number' | 'array';
  /** How the value is written in a spreadsheet cell, in words; null for free text. */
  readonly format: string | null;
  /** A cell text that imports as it stands. */
  readonly example: string;
  /** Needed in every order. For `address.addressLineOne`, latitude and longitude together do as well. */
  readonly mandatory: boolean;
  readonly audience: FieldAudience;
  /** Whether a dispatcher may make it required for a client. */
  readonly requirable: boolean;
}

/** What a parser may need beside the text: the ISO alpha-2 country in which phone numbers are dialled. */
export interface ParseContext {
  readonly countryCode: string | null;
}

export type FieldValue = string | number | string[];

/** One field of an order. `T` is what a checked order holds: null where it may be empty, its usual value else. */
export interface FieldDefinition<T extends FieldValue | null> {
  readonly info: FieldInfo;
  /** What an order holds that was not told the field. */
  blank(this: void): T;
  /** The value in a request body; null empties it. */
  readonly input: z.ZodType<T | null, T | null>;
  /** The value in an answer. */
  readonly output: z.ZodType<T>;
  /** Reads a spreadsheet cell; null when it says nothing. */
  parse(this: void, text: string, context: ParseContext): Parsed<NonNullable<T> | null>;
  /** The cell text that reads back as this value. */
  print(this: void, value: NonNullable<T>): string;
}

/** The words of an entry in the catalogue. */
export interface FieldText {
  header: string;
  /** For readers of the API document. */
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
  Partial<Pick<FieldDefinition<T>, 'print'> & Pick<FieldInfo, 'type'>>;

/** Joins the words of a field with how its values are read, checked and written. */
export function defineField<T extends FieldValue | null>(
  { header, description, example, synonyms, audience = 'all', ...told }: FieldText,
  { type = 'string', blank, input, output, parse, print = String }: Kind<T>,
): FieldDefinition<T> {
  const parsed = parse(example, { countryCode: null });
  if (parsed === null || parsed instanceof Refusal) throw new Error(`The example of ${header} is not read`);
  const documented = { description, example: parsed instanceof Doubt ? parsed.value : parsed };
  return {
    info: {
      header,
      label: told.label ?? header,
      synonyms: synonyms.split(', '),
      type,
      format: told.format ?? null,
      example,
      mandatory: told.mandatory ?? false,
      audience,
      requirable: audience === 'all',
    },
    blank,
    input: input.meta({ ...input.meta(), ...documented }),
    output: output.meta({ ...output.meta(), ...documented }),
    parse,
    print,
  };
}
