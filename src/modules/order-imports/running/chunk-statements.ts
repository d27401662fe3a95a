import { insertEvents } from '../../events/event-sql.js';
import { contentColumns, toColumn } from '../../orders/order-row.js';
import { clientsFields } from '../../orders/dispatcher-fields.js';
import { endOf } from '../../orders/order-status-sql.js';
import { isMovedByFilling, placeKeys } from '../../../order-fields/moved-address.js';
import { bound, madeAs, type BoundSql, type ImportRef } from './run-statements.js';

const staged = { id: 's.event_id', clientId: 's.client_id', orderId: 's.id' };
const content = contentColumns.map(toColumn).join(', ');
const stagedContent = contentColumns.map((column) => `s.${toColumn(column)}`).join(', ');

const likelyColumns = 'fix_value, fix_why';
const problemColumns =
  'import_id, row, ordinal, organization_id, client_id, severity, "column", field, code, detail, value, first_row, last_row, row_count';

const progressColumns = `checkpoint_row as "checkpointRow", rows_processed as "rowsProcessed",
  rows_imported as "rowsImported", orders_imported as "ordersImported", rows_rejected as "rowsRejected", rows_taken as "rowsTaken", rows_skipped as "rowsSkipped"`;

/** The import of a chunk: what all its rows share. */
export interface ChunkTarget extends ImportRef {
  duplicates: 'reject' | 'skip' | 'update';
  /** Columns of `orders` that the file fills; an update changes only these. */
  filledColumns: readonly string[];
  /** The fields of those columns. */
  filledFields: readonly string[];
  /** The file's header of the Id column. */
  idHeader: string;
}

export type ChunkStatements = ReturnType<typeof chunkStatements>;

/** The statements of one chunk. Each has its own condition on the tenant, in addition to the row policies. */
export function chunkStatements(target: ChunkTarget) {
  const { importId, scope, duplicates } = target;
  const isClient = scope.audience === 'client';
  const organizationId = scope.organizationId;
  const clientId = isClient ? scope.clientId : null;
  const status = madeAs(scope);
  const source = isClient ? 'spreadsheet' : 'dispatcher';
  // A client's drafts are private to it; both sides see what a dispatcher creates.
  const audience = isClient ? 'client' : 'both';
  const { actor, requestId } = target;
  const told = { organizationId, audience, actor, requestId } as const;

  const theirFields = isClient
    ? []
    : clientsFields(target.filledFields.filter((field) => field !== 'externalId'));
  // Dispatchers may change only some fields of an order that its client submitted.
  const isOurs = theirFields.length > 0 ? `o.source = '${source}'` : 'true';
  const sameId = `o.client_id = s.client_id and o.external_id = s.external_id`;

  const rejected = (ids: string[], code: string, detail: string, condition = 'true'): BoundSql => [
    `insert into import_problems (${problemColumns})
     select $1, s.import_row, s.problems + 1, $2, $3, 'error', $4, 'externalId', $5,
            'Id "' || left(s.external_id, 60) || '" ' || $6, s.external_id, s.import_row, s.last_row, s.row_count
       from staged_orders s where s.id = any($7::uuid[]) and ${condition}`,
    [importId, organizationId, clientId, target.idHeader, code, detail, ids],
  ];
  const isTheirs = `exists (select from orders o where ${sameId} and o.organization_id = $2
    and o.status = ${status} and not ${isOurs})`;

  return {
    duplicates,

    hold: (checkpoint: number): BoundSql => [
      `select cancel_requested_at is not null as cancelled from order_imports
        where id = $1 and organization_id = $2 and client_id is not distinct from $3
          and status = 'running' and checkpoint_row = $4
          for update`,
      [importId, organizationId, clientId, checkpoint],
    ],

    /** Inserts the orders, all of them or, where some Ids may be taken, those whose Id is free. */
    insert: (someTaken: boolean): BoundSql => [
      `insert into orders (id, organization_id, client_id, depot_id, status, source, import_id, import_row,
                           ${content}, created_at, updated_at, submitted_at)
       select s.id, $1, s.client_id, s.depot_id, ${status}, $2, $3, s.import_row, ${stagedContent},
              now(), now(), case when ${status} = ${endOf('submit')} then now() end
         from staged_orders s
       ${someTaken ? 'on conflict (client_id, external_id, organization_id) where external_id is not null do nothing' : ''}`,
      [organizationId, source, importId],
    ],

    /** Returns the orders that were not inserted because another order has their Id. */
    left: (): BoundSql => [
      `select s.id, s.row_count as rows, false as open from staged_orders s
        where not exists (select from orders o where o.id = s.id and o.organization_id = $1)`,
      [organizationId],
    ],

    /** Writes the events of the inserted orders: all except `left`. */
    logCreated: (left: string[]): BoundSql =>
      bound((statement) => {
        const data = { importId, source, status: status.slice(1, -1) };
        const isNew =
          left.length === 0
            ? ''
            : `where not exists (select from unnest(${statement.bind(left)}::uuid[]) id where id = s.id)`;
        return insertEvents(
          statement,
          { ...told, type: 'order.created', data },
          { ...staged, from: `staged_orders s ${isNew}` },
        );
      }),

    /** Returns the staged orders whose Id another order has, and whether that order may still be changed. */
    taken: (): BoundSql => [
      `select * from (
         select s.id, s.row_count as rows, (select o.status = ${status} and ${isOurs} from orders o
                        where ${sameId} and o.organization_id = $1 limit 1) as open
           from staged_orders s where s.external_id is not null) found
       where open is not null`,
      [organizationId],
    ],

    update: (ids: string[]): BoundSql =>
      bound((statement) => {
        const sets = updateSets(target.filledColumns);
        return `
          with updated as (
            update orders o set ${['updated_at = now()', 'version = o.version + 1', ...sets].join(', ')}
              from staged_orders s
             where s.id = any(${statement.bind(ids)}::uuid[]) and ${sameId}
               and o.organization_id = ${statement.bind(organizationId)} and o.status = ${status} and ${isOurs}
            returning s.id, s.event_id, o.id as order_id, o.client_id
          ), logged as (
            ${insertEvents(
              statement,
              { ...told, type: 'order.updated', data: { importId, fields: [...target.filledFields] } },
              { from: 'updated', id: 'event_id', clientId: 'client_id', orderId: 'order_id' },
            )}
          )
          select id from updated`;
      }),

    rejectTaken: (ids: string[]): BoundSql =>
      rejected(
        ids,
        'duplicate_id',
        'is already used by another order. Give this one its own Id, or import with duplicates set to skip or update.',
      ),

    rejectClosed: (ids: string[]): BoundSql =>
      rejected(
        ids,
        'order_not_editable',
        `belongs to an order that is no longer ${isClient ? 'a draft' : 'unassigned'}, so it was not updated. Remove the row, or change that order first.`,
        `not ${isTheirs}`,
      ),

    rejectTheirs: (ids: string[]): BoundSql =>
      rejected(
        ids,
        'stop_not_editable',
        `belongs to an order that its client submitted: ${theirFields.slice(0, 3).join(', ')} cannot be changed here. Remove the row or these columns, or return the order to the client.`,
        isTheirs,
      ),

    keepProblems: (): BoundSql => [
      `insert into import_problems (${problemColumns}, ${likelyColumns})
       select $1, p.import_row, p.ordinal, $2, $3, p.severity, p.header, p.field, p.code, p.detail, p.value,
              p.first_row, p.last_row, p.row_count, p.fix_value, p.fix_why
         from staged_problems p`,
      [importId, organizationId, clientId],
    ],

    progress: (counts: {
      checkpoint: number;
      processed: number;
      imported: number;
      orders: number;
      rejected: number;
      taken: number;
      skipped: number;
    }): BoundSql => [
      `update order_imports
          set checkpoint_row = $4, rows_processed = rows_processed + $5, rows_imported = rows_imported + $6,
              rows_rejected = rows_rejected + $7, rows_skipped = rows_skipped + $8,
              orders_imported = orders_imported + $9, rows_taken = rows_taken + $10, updated_at = now(), version = version + 1
        where id = $1 and organization_id = $2 and client_id is not distinct from $3
       returning ${progressColumns}`,
      [
        importId,
        organizationId,
        clientId,
        counts.checkpoint,
        counts.processed,
        counts.imported,
        counts.rejected,
        counts.skipped,
        counts.orders,
        counts.taken,
      ],
    ],
  };
}

const coordinates = ['latitude', 'longitude'];

/** Coordinates go together, and none are kept that lead to another place than the address that the file brings. */
function updateSets(filled: readonly string[]): string[] {
  const taken = (columns: readonly string[]) => columns.map((column) => `${column} = s.${column}`);
  const others = filled.filter((column) => !coordinates.includes(column));
  if (others.length < filled.length) return taken([...others, ...coordinates]);
  const moved = movedSql(others);
  const kept = coordinates.map((column) => `${column} = case when ${moved} then null else o.${column} end`);
  return [...taken(others), ...(moved ? kept : [])];
}

/** Whether a row brings another place, as `isMoved` tells it of a change; empty where the file tells of none. */
function movedSql(filled: readonly string[]): string {
  const places = placeKeys.map((key) => ({ key, column: toColumn(key) }));
  return places
    .filter(({ column }) => filled.includes(column))
    .map(
      ({ key, column }) =>
        `${isMovedByFilling(key) ? '' : `o.${column} is not null and `}s.${column} is not null and o.${column} is distinct from s.${column}`,
    )
    .map((one) => `(${one})`)
    .join(' or ');
}
