import { v7 as uuidv7 } from 'uuid';
import { prepared } from '../../../database/connections/pipelined-client.js';
import { arrayLiteral } from '../../../database/sql/array-literal.js';
import type { Statement } from '../../../database/sql/statement.js';
import type { ClientScope } from '../../../database/tenancy/caller-scope.js';
import { insertEvents, type EventCause } from '../../events/event-sql.js';
import { orderColumnTypes, readColumns } from '../order-columns.js';
import { ownProjection } from '../orders.queries.js';
import { toColumn, writtenColumns, type WrittenRow } from '../order-row.js';
import { draftState } from '../order-status-sql.js';
import type { OrderSource } from '../order.entity.js';

/** Selects an `OrderingClient` by its organization's id and its own. */
export const selectOrderingClient = prepared(`
  select c.allow_order_upload as "allowOrderUpload", c.required_fields as "requiredFields",
         coalesce(d.country_code, o.country_code) as "countryCode"
    from clients c join depots d on d.organization_id = c.organization_id and d.id = c.default_depot_id
    join organizations o on o.id = c.organization_id
   where c.organization_id = $1 and c.id = $2`);

/** A draft about to be stored. */
export interface DraftRow extends WrittenRow {
  id: string;
  source: OrderSource;
  importId: string | null;
  cause: EventCause;
}

const columns = ['id', 'source', 'importId', ...writtenColumns] as const;
const names = columns.map(toColumn);
const types = columns.map((column) => orderColumnTypes[column]);
const selected = names.map((name, index) => (types[index] === 'text[]' ? `d.${name}::text[]` : `d.${name}`));

/**
 * Inserts drafts into their client's depot, each with its `order.created`, and selects them as `OwnOrderRow`s, in the
 * given order. One whose external id is taken is skipped.
 * @param onlyAllowed inserts none where the client may not make orders
 */
export function insertDrafts(
  statement: Statement,
  own: ClientScope,
  rows: readonly DraftRow[],
  { onlyAllowed }: { onlyAllowed: boolean },
): string {
  const [organizationId, clientId] = [own.organizationId, own.clientId].map(
    (id) => `${statement.bind(id)}::uuid`,
  );
  // PostgreSQL requires nested arrays to have equal lengths, so products are passed as text.
  const arrays = columns.map((column, index) => {
    const values = rows.map((row) => (column === 'products' ? arrayLiteral(row.products) : row[column]));
    return `${statement.bind(values)}::${types[index] === 'text[]' ? 'text' : types[index]}[]`;
  });
  const each = (type: string, of: (row: DraftRow) => unknown) => `${statement.bind(rows.map(of))}::${type}[]`;
  const caused = [
    each('uuid', () => uuidv7()),
    each('jsonb', ({ cause }) => JSON.stringify(cause.actor)),
    each('text', ({ cause }) => cause.requestId),
    each('text', ({ cause }) => cause.traceparent),
  ].join(', ');
  const told = insertEvents(
    statement,
    {
      type: 'order.created',
      organizationId: own.organizationId,
      audience: 'client',
      data: { sql: { status: draftState, source: 'made.source' } },
      causedBy: { actor: 'e.actor', requestId: 'e.request_id', traceparent: 'e.traceparent' },
    },
    {
      from: `made join unnest(${arrays[0]}, ${caused}) with ordinality
        as e (order_id, id, actor, request_id, traceparent, n) on e.order_id = made.id order by e.n`,
      id: 'e.id',
      clientId: 'made.client_id',
      orderId: 'made.id',
    },
  );
  return `
    with made as (
      insert into orders as o (organization_id, client_id, depot_id, status, created_at, updated_at, ${names.join(', ')})
      select ${organizationId}, c.id, c.default_depot_id, ${draftState}, now(), now(), ${selected.join(', ')}
        from clients c, unnest(${arrays.join(', ')}) with ordinality as d (${names.join(', ')}, n)
       where c.organization_id = ${organizationId} and c.id = ${clientId}${onlyAllowed ? ' and c.allow_order_upload' : ''}
       order by d.n
          on conflict (client_id, external_id, organization_id) where external_id is not null do nothing
      returning ${readColumns}
    ), told as (${told})
    select ${ownProjection(statement, own)} from made o`;
}
