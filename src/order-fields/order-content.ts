import { CATALOGUE, type FieldName } from './catalogue.js';
import { type FieldDefinition } from './field-definition.js';

/** An order refers to its client by id; the Client ID occurs only in dispatchers' spreadsheets. */
export type ContentField = Exclude<FieldName, 'clientCode'>;

export const CONTENT_FIELDS = (Object.keys(CATALOGUE) as FieldName[]).filter(
  (name): name is ContentField => name !== 'clientCode',
);

type ValueOf<Name extends FieldName> = ReturnType<(typeof CATALOGUE)[Name]['blank']>;
type Flat = Exclude<ContentField, `${string}.${string}`>;
type Grouped<Group extends GroupName> = {
  [Name in ContentField as Name extends `${Group}.${infer Key}` ? Key : never]: ValueOf<Name>;
};

export type GroupName = 'address' | 'recipient' | 'timing';

/** Where the stop is. `country` is an ISO alpha-2 code where recognised; coordinates are WGS-84 degrees. */
export type Address = Grouped<'address'>;

/** Who receives or hands over. `phone` is E.164 where it could be read. */
export type Recipient = Grouped<'recipient'>;

/** When the stop may be visited (`HH:MM`, local to the depot), and how many seconds it takes. */
export type Timing = Grouped<'timing'>;

/** An order's content, validated and normalised; every key is present. */
export type OrderContent = { [Name in Flat]: ValueOf<Name> } & {
  address: Address;
  recipient: Recipient;
  timing: Timing | null;
};

/** An order with parts possibly absent: a draft, a stored order, a request body. */
export type PartialOrder = {
  [Key in keyof OrderContent]?:
    (Key extends GroupName ? Partial<OrderContent[Key]> : OrderContent[Key]) | null;
} & { clientCode?: string | null };

/** The fields of a group by their keys in it, or the ungrouped ones. */
export function fieldsIn<Group extends GroupName>(
  group: Group,
): { [Key in keyof Grouped<Group>]: FieldDefinition<Extract<Grouped<Group>[Key], string | number | null>> };
export function fieldsIn(group: null): { [Name in Flat]: FieldDefinition<ValueOf<Name>> };
export function fieldsIn(group: GroupName | null): Record<string, unknown> {
  const found = CONTENT_FIELDS.flatMap((name) => {
    const [first = '', second] = name.split('.');
    const key = group === null ? (second === undefined ? first : null) : first === group ? second : null;
    return key == null ? [] : [[key, CATALOGUE[name]] as const];
  });
  return Object.fromEntries(found);
}

function blanks(group: GroupName | null): Record<string, unknown> {
  const fields: Record<string, { blank(): unknown }> = group === null ? fieldsIn(null) : fieldsIn(group);
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.blank()]));
}

const BLANK = {
  address: blanks('address') as Address,
  recipient: blanks('recipient') as Recipient,
  timing: blanks('timing') as Timing,
};
const BLANK_ORDER: OrderContent = {
  ...(blanks(null) as Omit<OrderContent, GroupName>),
  address: BLANK.address,
  recipient: BLANK.recipient,
  timing: null,
};

/** A group with every field at its blank value. */
export function blankGroup<Group extends GroupName>(group: Group): (typeof BLANK)[Group] {
  return { ...BLANK[group] };
}

/** An empty order: one delivery of one package. */
export function blankOrder(): OrderContent {
  // Every row of a file begins with one: an object is copied fastest as a whole.
  const order = { ...BLANK_ORDER };
  order.products = [];
  order.address = { ...BLANK.address };
  order.recipient = { ...BLANK.recipient };
  return order;
}
