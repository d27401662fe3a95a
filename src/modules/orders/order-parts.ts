import type { Sparse } from '../../common/schemas/fields.js';
import { toTimestamp } from '../../common/timestamps.js';
import { missingFields } from '../../order-fields/missing-fields.js';
import { columnsOf, contentColumns, type OwnOrderRow } from './order-row.js';
import {
  contentOf,
  requiredOf,
  toAddress,
  toDelivery,
  toEta,
  toRecipient,
  toRoute,
  toTiming,
  type OrderDto,
} from './orders.dto.js';
import { printTrackingCode } from './tracking-code.js';
import type { TrackingLinks } from './tracking-links.js';

/** A property of an answer: the columns that it is made of, and how. */
interface Part<Row, Value> {
  columns: readonly (keyof Row & string)[];
  of: (row: Row, links: TrackingLinks) => Value;
}

/** The properties of an answer, in its order. */
export type Parts<Row, Item> = { [Name in keyof Item & string]: Part<Row, Item[Name]> };

/** What a read selects and makes of each row. */
export interface Selection<Row, Item> {
  columns: ReadonlySet<string>;
  toItem: (row: Row, links: TrackingLinks) => Item;
}

type Column = keyof OwnOrderRow;

/**
 * Of the parts, those asked for and the id; undefined where all are wanted.
 * @param keys columns that the read needs for itself
 */
export function selected<Row, Item extends { id: unknown }>(
  parts: Parts<Row, Item>,
  fields: readonly (keyof Item & string)[] | undefined,
  keys: readonly (keyof Row & string)[],
): Selection<Row, Sparse<Item>> | undefined {
  if (!fields) return undefined;
  const names = (Object.keys(parts) as (keyof Item & string)[]).filter(
    (name) => name === 'id' || fields.includes(name),
  );
  return {
    columns: new Set([...keys, ...names.flatMap((name) => parts[name].columns)]),
    toItem: (row, links) => {
      const item: Partial<Item> = {};
      for (const name of names) item[name] = parts[name].of(row, links);
      return item as Sparse<Item>;
    },
  };
}

function part<Needed extends Column, Value>(
  columns: readonly Needed[],
  of: (row: Pick<OwnOrderRow, Needed>, links: TrackingLinks) => Value,
): Part<Pick<OwnOrderRow, Needed>, Value> {
  return { columns, of };
}

const same = <Name extends Column>(column: Name) => part([column], (row) => row[column]);
const moment = (column: 'createdAt' | 'updatedAt') => part([column], (row) => toTimestamp(row[column]));
const momentOrNone = (
  column: 'storeCancelledAt' | 'submittedAt' | 'scheduledAt' | 'outForDeliveryAt' | 'completedAt',
) => part([column], (row) => toTimestamp(row[column]));

/** Each property by itself. Whole answers are made at once, by `toListedOrder`, for speed. */
export const orderParts = {
  id: same('id'),
  status: same('status'),
  clientId: same('clientId'),
  source: same('source'),
  importId: same('importId'),
  address: part(columnsOf('address'), toAddress),
  recipient: part(columnsOf('recipient'), toRecipient),
  activity: same('activity'),
  size: same('size'),
  packageCount: same('packageCount'),
  products: same('products'),
  notes: same('notes'),
  requestedDate: same('requestedDate'),
  timing: part(columnsOf('timing'), toTiming),
  externalId: same('externalId'),
  metadata: same('metadata'),
  trackingCode: part(['trackingCode'], (row) => printTrackingCode(row.trackingCode)),
  depotId: same('depotId'),
  missingFields: part([...contentColumns, 'status', 'requiredFields'], (row) =>
    row.status === 'draft' ? missingFields(contentOf(row), requiredOf(row) ?? []) : [],
  ),
  returnReason: same('returnReason'),
  storeCancelledAt: momentOrNone('storeCancelledAt'),
  route: part(['routeId', 'routeTitle', 'routePosition'], toRoute),
  eta: part(['etaAt', 'etaEarliestAt', 'etaLatestAt'], toEta),
  delivery: part(
    [
      'status',
      'deliveryState',
      'attemptedAt',
      'signeeName',
      'recipientNotes',
      'attemptLatitude',
      'attemptLongitude',
      'photoCount',
      'hasSignature',
    ],
    toDelivery,
  ),
  trackingUrl: part(['id', 'status'], (row, links) => (row.status === 'draft' ? null : links.urlOf(row.id))),
  version: same('version'),
  createdAt: moment('createdAt'),
  updatedAt: moment('updatedAt'),
  submittedAt: momentOrNone('submittedAt'),
  scheduledAt: momentOrNone('scheduledAt'),
  outForDeliveryAt: momentOrNone('outForDeliveryAt'),
  completedAt: momentOrNone('completedAt'),
} satisfies Parts<OwnOrderRow, OrderDto>;
