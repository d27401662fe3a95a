import type { FieldName } from '../required-fields/field-info.js';
import type { OrderContent } from '../required-fields/order-content.js';
import { copyArray, copyValue } from './copy-text.js';

/** Where each field of an order is stored, as SQL and as COPY text. */
interface ContentColumn {
  column: string;
  type: 'text' | 'int' | 'float8' | 'text[]';
  field: FieldName;
  /** The value in COPY's text format. */
  copy(order: OrderContent): string;
}

const text = (column: string, field: FieldName, of: (order: OrderContent) => string | null) =>
  ({ column, type: 'text', field, copy: (order) => copyValue(of(order)) }) satisfies ContentColumn;
const number = (
  column: string,
  type: 'int' | 'float8',
  field: FieldName,
  of: (order: OrderContent) => number | null,
) => ({ column, type, field, copy: (order) => copyValue(of(order)) }) satisfies ContentColumn;

export const contentColumns: readonly ContentColumn[] = [
  text('external_id', 'externalId', ({ externalId }) => externalId),
  text('address_name', 'address.addressName', ({ address }) => address.addressName),
  text('address_line_one', 'address.addressLineOne', ({ address }) => address.addressLineOne),
  text('address_line_two', 'address.addressLineTwo', ({ address }) => address.addressLineTwo),
  text('city', 'address.city', ({ address }) => address.city),
  text('state', 'address.state', ({ address }) => address.state),
  text('zip', 'address.zip', ({ address }) => address.zip),
  text('country', 'address.country', ({ address }) => address.country),
  number('latitude', 'float8', 'address.latitude', ({ address }) => address.latitude),
  number('longitude', 'float8', 'address.longitude', ({ address }) => address.longitude),
  text('recipient_name', 'recipient.name', ({ recipient }) => recipient.name),
  text('recipient_email', 'recipient.email', ({ recipient }) => recipient.email),
  text('recipient_phone', 'recipient.phone', ({ recipient }) => recipient.phone),
  text('activity', 'activity', ({ activity }) => activity),
  text('size', 'size', ({ size }) => size),
  number('package_count', 'int', 'packageCount', ({ packageCount }) => packageCount),
  {
    column: 'products',
    type: 'text[]',
    field: 'products',
    copy: ({ products }) => copyArray(products),
  },
  text('notes', 'notes', ({ notes }) => notes),
  text('earliest_time', 'timing.earliestTime', ({ timing }) => timing?.earliestTime ?? null),
  text('latest_time', 'timing.latestTime', ({ timing }) => timing?.latestTime ?? null),
  number('service_seconds', 'int', 'timing.serviceSeconds', ({ timing }) => timing?.serviceSeconds ?? null),
];

/** What stands beside the content in a staged row, in order. */
const rowColumns = [
  ['id', 'uuid'],
  ['event_id', 'uuid'],
  ['import_row', 'int'],
  ['problems', 'int'],
  ['client_id', 'uuid'],
  ['depot_id', 'uuid'],
] as const;

export const stagedOrderColumns = [
  ...rowColumns.map(([name]) => name),
  ...contentColumns.map((c) => c.column),
];

export const createStagedOrders = `create temp table staged_orders (${[
  ...rowColumns.map(([name, type]) => `${name} ${type}`),
  ...contentColumns.map(({ column, type }) => `${column} ${type}`),
].join(', ')}) on commit drop`;

export interface StagedOrder {
  id: string;
  eventId: string;
  row: number;
  /** How many problems, all of them warnings, the row has. */
  problems: number;
  clientId: string | null;
  depotId: string;
  content: OrderContent;
}

/** One line of COPY text. */
export function stagedOrderLine(order: StagedOrder): string {
  let line = `${order.id}\t${order.eventId}\t${order.row}\t${order.problems}\t${order.clientId ?? '\\N'}\t${order.depotId}`;
  for (const column of contentColumns) line += `\t${column.copy(order.content)}`;
  return `${line}\n`;
}

/** One problem of one cell, before it is stored. */
export interface StagedProblem {
  row: number;
  ordinal: number;
  severity: 'error' | 'warning';
  column: string | null;
  field: string | null;
  code: string;
  detail: string;
  value: string | null;
}

export const stagedProblemColumns = [
  'import_row',
  'ordinal',
  'severity',
  'header',
  'field',
  'code',
  'detail',
  'value',
];

export const createStagedProblems = `create temp table staged_problems (import_row int, ordinal int, severity text,
  header text, field text, code text, detail text, value text) on commit drop`;

export function stagedProblemLine(problem: StagedProblem): string {
  const { row, ordinal, severity, column, field, code, detail, value } = problem;
  return `${[row, ordinal, severity, column, field, code, cut(detail, 500), value].map(copyValue).join('\t')}\n`;
}

/** At most `length` code points. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : Array.from(text).slice(0, length).join('');
}
