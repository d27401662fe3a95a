import { shorten } from '../common/schemas/tidy-text.js';

/** Stable codes of everything that can be wrong with one field of an order. */
export type FieldProblemCode =
  | 'required'
  | 'too_long'
  | 'too_many'
  | 'character_invalid'
  | 'choice_invalid'
  | 'number_invalid'
  | 'out_of_range'
  | 'email_invalid'
  | 'time_invalid'
  | 'date_invalid'
  | 'date_ambiguous'
  | 'duration_invalid'
  | 'client_code_invalid'
  | 'address_missing'
  | 'coordinates_incomplete'
  | 'times_reversed'
  | 'excel_number'
  | 'rows_differ'
  | 'too_many_rows';

/** Stable codes of accepted values that may be wrong. */
export type FieldWarningCode =
  | 'phone_not_recognised'
  | 'phone_extension_ignored'
  | 'country_not_recognised'
  | 'country_guessed'
  | 'formula_failed'
  | 'excel_number'
  | 'zip_zero_lost'
  | 'email_domain_doubtful'
  | 'rows_differ'
  | 'address_not_split'
  | 'place_not_split'
  | 'window_not_read';

/** A value that is likely meant, as a cell's text, and why, in plain words. */
export interface Fix {
  value: string;
  why: string;
}

/** What a parser may add to what it found wrong. */
interface RefusalMore {
  fix?: Fix | undefined;
  /** Says instead, where the column's header in the file is known, what to do about the whole column. */
  asks?: (header: string) => string;
}

/** What a parser found wrong: the field's name and the value are put before `says` to make the sentence. */
export class Refusal<Code extends FieldProblemCode = FieldProblemCode> {
  constructor(
    readonly code: Code,
    /** Continues the sentence after the name and the value, and says what to do: `is not … . Write … .` */
    readonly says: string,
    readonly more: RefusalMore = {},
  ) {}
}

/** A value that is accepted although it may be wrong. */
export class Doubt<T> {
  constructor(
    readonly value: T,
    readonly code: FieldWarningCode,
    readonly says: string,
    readonly fix?: Fix,
  ) {}
}

/** What a parser returns: the value, a value with a warning, or a refusal. */
export type Parsed<T> = T | Doubt<T> | Refusal;

/** A problem of one field: a plain sentence, and the value it is about (at most 100 characters of it). */
export interface FieldProblem<Code = FieldProblemCode | FieldWarningCode> {
  field: string;
  code: Code;
  detail: string;
  value: string;
  fix?: Fix | undefined;
}

/** `Package Count "zero" is not a whole number. Write …` */
export function sentence(name: string, text: string, says: string): string {
  return `${name} "${shorten(text, 60)}" ${says}`;
}
