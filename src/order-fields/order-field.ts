import { FIELD_INFO, type FieldInfo, type FieldName } from './field-info.js';
import { HEADER_SYNONYMS } from './header-synonyms.js';
import { type OrderContent, type PartialOrder } from './order-content.js';
import { type Parsed } from './problems.js';

/** What a parser may need beside the text: the ISO alpha-2 country in which phone numbers are dialled. */
export interface ParseContext {
  readonly countryCode: string | null;
}

/** An order while its row is read; `clientCode` only where a dispatcher's row has one. */
export type OrderDraft = OrderContent & { clientCode?: string };

export type FieldValue = string | number | string[];

/** How a cell becomes the field's value, and where in an order the value lives. */
export interface FieldAccess<T extends FieldValue> {
  get(order: PartialOrder): T | null | undefined;
  set(order: OrderDraft, value: T): void;
  /** Reads a cell; null when it says nothing. */
  parse(text: string, context: ParseContext): Parsed<T | null>;
  /** The cell text that reads back as this value; `String(value)` unless told. */
  print?(value: T): string;
}

/** One column of an order: what it is called, how its cells are read, where its value lives. */
export interface OrderField extends FieldInfo, Omit<FieldAccess<FieldValue>, 'print'> {
  readonly name: FieldName;
  /** Other header texts that mean this column, in lower case. */
  readonly synonyms: readonly string[];
  isEmpty(order: PartialOrder): boolean;
  /** The cell text that reads back as the order's value; empty where there is none. */
  print(order: PartialOrder): string;
}

/** Joins a field's description, synonyms and access into its catalogue entry. */
export function orderField<T extends FieldValue>(name: FieldName, access: FieldAccess<T>): OrderField {
  const value = (order: PartialOrder): T | null => {
    const found = access.get(order) ?? null;
    return found === null || (typeof found !== 'number' && found.length === 0) ? null : found;
  };
  const info: FieldInfo = FIELD_INFO[name];
  return {
    name,
    ...info,
    synonyms: HEADER_SYNONYMS[name],
    get: (order) => access.get(order),
    set: (order, given: T) => access.set(order, given),
    parse: (text, context) => access.parse(text, context),
    isEmpty: (order) => value(order) === null,
    print: (order) => {
      const found = value(order);
      return found === null ? '' : (access.print?.(found) ?? String(found));
    },
  };
}
