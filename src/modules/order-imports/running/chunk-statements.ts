import type { ChunkTarget } from './chunk-writer.js';
import type { Statement } from './run-statements.js';
import { contentColumns, toColumn } from '../../orders/order-row.js';

const content = contentColumns.map(toColumn).join(', ');
const stagedContent = contentColumns.map((column) => `s.${toColumn(column)}`).join(', ');

const eventColumns =
  'id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at';
const problemColumns =
  'import_id, row, ordinal, organization_id, client_id, severity, "column", field, code, detail, value';

const progressColumns = `checkpoint_row as "checkpointRow", rows_processed as "rowsProcessed",
  rows_imported as "rowsImported", rows_rejected as "rowsRejected", rows_skipped as "rowsSkipped"`;

export type ChunkStatements = ReturnType<typeof chunkStatements>;

/** The statements of one chunk. Each carries the tenant itself, beside the policies of its role. */
export function chunkStatements(target: ChunkTarget) {
  const { importId, scope, duplicates } = target;
  const isClient = scope.audience === 'client';
  const organizationId = scope.organizationId;
  const clientId = isClient ? scope.clientId : null;
  const status = isClient ? 'draft' : 'submitted';
  const source = isClient ? 'spreadsheet' : 'dispatcher';
  // A client's drafts are its own affair; what a dispatcher makes, both see.
  const audience = isClient ? 'client' : 'both';
  const created = JSON.stringify({ importId, source, status });
  const updated = JSON.stringify({ importId, fields: target.filledFields });
  const actor = JSON.stringify(target.actor);

  const rejected = (ids: string[], code: string, detail: string): Statement => [
    `insert into import_problems (${problemColumns})
     select $1, s.import_row, s.problems + 1, $2, $3, 'error', $4, 'externalId', $5,
            'Id "' || left(s.external_id, 60) || '" ' || $6, s.external_id
       from staged_orders s where s.id = any($7::uuid[])`,
    [importId, organizationId, clientId, target.idHeader, code, detail, ids],
  ];

  return {
    duplicates,

    hold: (checkpoint: number): Statement => [
      `select cancel_requested_at is not null as cancelled from order_imports
        where id = $1 and organization_id = $2 and client_id is not distinct from $3
          and status = 'running' and checkpoint_row = $4
          for update`,
      [importId, organizationId, clientId, checkpoint],
    ],

    /** Inserts the rows whose Id is free. */
    insert: (): Statement => [
      `insert into orders (id, organization_id, client_id, depot_id, status, source, import_id, import_row,
                           ${content}, created_at, updated_at, submitted_at)
       select s.id, $1, s.client_id, s.depot_id, $2::text, $3, $4, s.import_row, ${stagedContent},
              now(), now(), case when $2::text = 'submitted' then now() end
         from staged_orders s
       on conflict (client_id, external_id) where external_id is not null do nothing`,
      [organizationId, status, source, importId],
    ],

    /** Answers the rows that were not inserted: another order has their Id. */
    left: (): Statement => [
      `select s.id, false as open from staged_orders s
        where not exists (select from orders o where o.id = s.id and o.organization_id = $1)`,
      [organizationId],
    ],

    /** Tells of the orders that were inserted: all but those `left`. */
    tellCreated: (left: string[]): Statement => [
      `insert into events (${eventColumns})
       select s.event_id, $1, s.client_id, $2, 'order.created', s.id, $3::jsonb, $4::jsonb, $5, now()
         from staged_orders s where not exists (select from unnest($6::uuid[]) id where id = s.id)`,
      [organizationId, audience, created, actor, target.requestId, left],
    ],

    /** Answers the rows whose Id another order has, and whether that one may still be changed. */
    taken: (): Statement => [
      `select * from (
         select s.id, (select o.status = $1::text from orders o
                        where o.client_id = s.client_id and o.external_id = s.external_id
                          and o.organization_id = $2 limit 1) as open
           from staged_orders s where s.external_id is not null) found
       where open is not null`,
      [status, organizationId],
    ],

    update: (ids: string[]): Statement => [
      `with updated as (
         update orders o set ${['updated_at = now()', 'version = o.version + 1', ...target.filledColumns.map((column) => `${column} = s.${column}`)].join(', ')}
           from staged_orders s
          where s.id = any($1::uuid[]) and o.client_id = s.client_id and o.external_id = s.external_id
            and o.organization_id = $2 and o.status = $3::text
         returning s.id, s.event_id, o.id as order_id, o.client_id
       ), logged as (
         insert into events (${eventColumns})
         select event_id, $2, client_id, $4, 'order.updated', order_id, $5::jsonb, $6::jsonb, $7, now() from updated
       )
       select id from updated`,
      [ids, organizationId, status, audience, updated, actor, target.requestId],
    ],

    rejectTaken: (ids: string[]): Statement =>
      rejected(
        ids,
        'duplicate_id',
        'is already used by another order. Give this one its own Id, or import with duplicates set to skip or update.',
      ),

    rejectClosed: (ids: string[]): Statement =>
      rejected(
        ids,
        'order_not_editable',
        `belongs to an order that is no longer ${isClient ? 'a draft' : 'unassigned'}, so it was not updated. Remove the row, or change that order first.`,
      ),

    keepProblems: (): Statement => [
      `insert into import_problems (${problemColumns})
       select $1, p.import_row, p.ordinal, $2, $3, p.severity, p.header, p.field, p.code, p.detail, p.value
         from staged_problems p`,
      [importId, organizationId, clientId],
    ],

    progress: (counts: {
      checkpoint: number;
      processed: number;
      imported: number;
      rejected: number;
      skipped: number;
    }): Statement => [
      `update order_imports
          set checkpoint_row = $4, rows_processed = rows_processed + $5, rows_imported = rows_imported + $6,
              rows_rejected = rows_rejected + $7, rows_skipped = rows_skipped + $8, updated_at = now(),
              version = version + 1
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
      ],
    ],
  };
}
