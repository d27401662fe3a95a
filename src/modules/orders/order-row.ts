import {
  blankGroup,
  CONTENT_FIELDS,
  type ContentField,
  type OrderContent,
} from '../../order-fields/order-content.js';
import type { OrderInput } from '../../order-fields/order-input.schema.js';
import type { Order } from './order.entity.js';

/** Columns that no projection reads: the tenant is known, the notes and what was told are not for clients. */
export const unreadColumns = ['organizationId', 'importRow', 'internalNotes', 'etaToldAt'] as const;
export type OrderColumn = Exclude<keyof Order & string, (typeof unreadColumns)[number]>;

type Printed<T> = T extends Date ? string : T;

/**
 * A stored order as {@link orderProjection} selects it. Timestamps are text as PostgreSQL prints it (see
 * `toTimestamp`); `routeTitle` is the title of the order's route.
 */
export type OrderRow = {
  [Column in OrderColumn]: Printed<Exclude<Order[Column], undefined>>;
} & { routeTitle: string | null };

/** An order with the fields its client currently requires, space-separated; null unless it is a draft. */
export type OwnOrderRow = OrderRow & { requiredFields: string | null };

type ColumnOf<Field extends string> = Field extends `recipient.${infer Key}`
  ? `recipient${Capitalize<Key>}`
  : Field extends `${string}.${infer Key}`
    ? Key
    : Field;

export type ContentColumn = ColumnOf<ContentField>;

/** The columns that spreadsheets hold. */
export type ContentRow = Pick<OrderRow, ContentColumn>;

function columnOf(field: ContentField): ContentColumn {
  const [first = '', key] = field.split('.');
  if (key === undefined) return first as ContentColumn;
  return (first === 'recipient' ? `${first}${key[0]!.toUpperCase()}${key.slice(1)}` : key) as ContentColumn;
}

/** The columns that spreadsheets hold, with the field of each. */
export const contentFields = Object.fromEntries(
  CONTENT_FIELDS.map((field) => [columnOf(field), field]),
) as Record<ContentColumn, ContentField>;

export const contentColumns = Object.keys(contentFields) as ContentColumn[];

type Group = 'address' | 'recipient' | 'timing';
type GroupColumn<Of extends Group> = ColumnOf<Extract<ContentField, `${Of}.${string}`>>;

/** The columns of the fields that stand together. */
export function columnsOf<Of extends Group>(group: Of): GroupColumn<Of>[] {
  return contentColumns.filter((column) =>
    contentFields[column].startsWith(`${group}.`),
  ) as GroupColumn<Of>[];
}

/** The columns that callers of the API write. */
export type WrittenRow = Pick<OrderRow, ContentColumn | 'metadata'>;

/** The columns that callers of the API write, with the field of each. */
export const writtenFields = { ...contentFields, metadata: 'metadata' } as const;

export const writtenColumns = Object.keys(writtenFields) as (keyof WrittenRow)[];

/** `recipientName` → `recipient_name`. */
export function toColumn(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const noTiming = blankGroup('timing');

/** An order's content as columns. */
export function toContentRow(order: OrderInput): WrittenRow;
export function toContentRow(order: OrderContent): ContentRow;
export function toContentRow({ address, recipient, timing, ...flat }: OrderContent): ContentRow {
  const { name: recipientName, email: recipientEmail, phone: recipientPhone } = recipient;
  return { ...flat, ...address, ...(timing ?? noTiming), recipientName, recipientEmail, recipientPhone };
}
