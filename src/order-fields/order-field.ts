import { CATALOGUE, type FieldName } from './catalogue.js';
import {
  type FieldDefinition,
  type FieldInfo,
  type FieldValue,
  type ParseContext,
} from './field-definition.js';
import { blankGroup, type GroupName, type OrderContent, type PartialOrder } from './order-content.js';
import { type Parsed } from './problems.js';
import { foreignSynonyms } from './synonyms/synonyms.js';

/** An order while its row is read; only dispatchers' rows have a `clientCode`. */
export type RowOrder = OrderContent & { clientCode?: string };

/** One column of an order: its names, how its cells are read, and where its value is stored. */
export interface OrderField extends FieldInfo {
  readonly name: FieldName;
  get(order: PartialOrder): FieldValue | null | undefined;
  set(order: RowOrder, value: FieldValue): void;
  /** Reads a cell; null when it is empty. */
  parse(text: string, context: ParseContext): Parsed<FieldValue | null>;
  isEmpty(order: PartialOrder): boolean;
  /** The cell text that parses back to the order's value; empty if it has none. */
  print(order: PartialOrder): string;
}

type Values = Record<string, FieldValue | null | undefined>;

/** Binds a field's definition to its place in an order. */
export function orderField(name: FieldName): OrderField {
  const { info, parse, print }: FieldDefinition<FieldValue | null> = CATALOGUE[name];
  const [first, key] = name.split('.') as [GroupName, string?];
  const get = (order: PartialOrder) => {
    const found = order[first as keyof PartialOrder];
    return key === undefined ? (found as FieldValue | null | undefined) : (found as Values | null)?.[key];
  };
  const filled = (order: PartialOrder): FieldValue | null => {
    const found = get(order) ?? null;
    return found === null || (typeof found !== 'number' && found.length === 0) ? null : found;
  };
  return {
    ...info,
    synonyms: [...new Set([...info.synonyms, ...foreignSynonyms(name)])],
    name,
    get,
    set: (order, value) => {
      if (key === undefined) (order as unknown as Values)[first] = value;
      else ((order[first] ??= blankGroup(first) as never) as Values)[key] = value;
    },
    parse,
    isEmpty: (order) => filled(order) === null,
    print: (order) => {
      const value = filled(order);
      return value === null ? '' : print(value);
    },
  };
}
