import type { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import type { OrderRow } from '../orders/order-row.js';
import { orderProjection } from '../orders/order-columns.js';
import { isHandedOver } from '../orders/order-status-sql.js';

/** An order with whom it is from and who delivers it. */
export type LabelRow = OrderRow & { sender: string | null; carrier: string };

export type LabelSelection = { ids: readonly string[] } | { importId: string };

/** Selects up to `rows` `LabelRow`s of the selection, in its order. */
export function selectLabels(
  statement: Statement,
  scope: Scope,
  selection: LabelSelection,
  rows: number,
): ReadStatement {
  const conditions = [
    statement.tenant(scope, 'o'),
    ...(scope.audience === 'organization' ? [isHandedOver] : []),
  ];
  const given = statement.bind('ids' in selection ? selection.ids : selection.importId);
  const [which, order] =
    'ids' in selection
      ? [`o.id = any(${given}::uuid[])`, `array_position(${given}::uuid[], o.id)`]
      : [`o.import_id = ${given}::uuid`, 'o.import_row'];
  const text = `
    select ${orderProjection},
           (select c.company_name from clients c
             where c.organization_id = o.organization_id and c.id = o.client_id) as sender,
           (select g.name from organizations g where g.id = o.organization_id) as carrier
      from orders o where ${[...conditions, which].join(' and ')}
     order by ${order}, o.id limit ${statement.bind(rows)}`;
  return { text };
}
