import { arrayLiteral } from '../../../database/sql/array-literal.js';
import { prepared } from '../../../database/connections/pipelined-client.js';
import { orderColumnTypes, orderProjection } from '../order-columns.js';
import { toColumn, writtenColumns, type WrittenRow } from '../order-row.js';
import { draftState } from '../order-status-sql.js';
import type { OrderSource } from '../order.entity.js';

/** Selects an `OrderingClient` by its organization's id and its own. */
export const selectOrderingClient = prepared(`
  select c.allow_order_upload as "allowOrderUpload", c.required_fields as "requiredFields",
         c.default_depot_id as "depotId", coalesce(d.country_code, o.country_code) as "countryCode"
    from clients c join depots d on d.organization_id = c.organization_id and d.id = c.default_depot_id
    join organizations o on o.id = c.organization_id
   where c.organization_id = $1 and c.id = $2`);

/** A draft about to be stored. */
interface DraftRow extends WrittenRow {
  id: string;
  source: OrderSource;
  importId: string | null;
}

interface DraftOwner {
  organizationId: string;
  clientId: string;
  depotId: string;
}

const columns = ['id', 'source', 'importId', ...writtenColumns] as const;
const names = columns.map(toColumn);

/** PostgreSQL requires nested arrays to have equal lengths, so products are passed as text. */
const arrays = columns.map((column, index) => {
  const type = orderColumnTypes[column];
  return `$${index + 4}::${type === 'text[]' ? 'text' : type}[]`;
});
const selected = columns.map((column, index) => {
  const name = `d.${names[index]}`;
  return orderColumnTypes[column] === 'text[]' ? `${name}::text[]` : name;
});

const insertText = prepared(`
  insert into orders as o (organization_id, client_id, depot_id, status, created_at, updated_at, ${names.join(', ')})
  select $1, $2, $3, ${draftState}, now(), now(), ${selected.join(', ')}
    from unnest(${arrays.join(', ')}) with ordinality as d (${names.join(', ')}, n)
   order by d.n
      on conflict (client_id, external_id, organization_id) where external_id is not null do nothing
  returning ${orderProjection}`);

/** Inserts drafts, skipping those whose external id is taken; returns the inserted rows as `OrderRow`s. */
export function insertDrafts(owner: DraftOwner, rows: readonly DraftRow[]) {
  const values = columns.map((column) =>
    column === 'products'
      ? rows.map(({ products }) => arrayLiteral(products))
      : rows.map((row) => row[column]),
  );
  return { text: insertText, values: [owner.organizationId, owner.clientId, owner.depotId, ...values] };
}
