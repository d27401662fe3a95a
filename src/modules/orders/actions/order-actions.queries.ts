import type { EntityManager } from '@mikro-orm/postgresql';
import { filterScopeOf, rowsOf } from '../../../database/database.js';
import { Statement } from '../../../database/sql/statement.js';
import { missingFieldsSql } from '../drafts/missing-fields-sql.js';
import type { OrderSource } from '../order.entity.js';
import { orderTransitions, orderViews, type OrderStatus } from '../order-status.js';
import { endOf, isWithdrawable, stateList } from '../order-status-sql.js';

/** The orders a bulk action applies to; without ids, the client's drafts, of one import or all. */
export type Selection = { ids: readonly string[] } | { importId: string } | { all: true };

export type ClientAction = 'submit' | 'withdraw' | 'delete';

/** An order that an action selected, its state before the action, and whether the action was applied. */
export interface PickedOrder {
  id: string;
  createdAt: string;
  status: OrderStatus;
  source: OrderSource;
  routeId: string | null;
  /** Whether the store that it came from cancelled it. */
  storeCancelled: boolean;
  /** Required but empty fields; checked for `submit` only. */
  missing: string[];
  done: boolean;
}

interface ActionSql {
  from: readonly OrderStatus[];
  change: string;
  /** An SQL condition besides the state and the required fields. */
  condition: string;
}

const moved = 'updated_at = now(), version = version + 1';
const actions: Record<ClientAction, ActionSql> = {
  submit: {
    from: orderTransitions.submit.from,
    change: `update orders o set status = ${endOf('submit')}, submitted_at = now(), return_reason = null, ${moved}`,
    condition: 'o.store_cancelled_at is null',
  },
  withdraw: {
    from: orderTransitions.withdraw.from,
    change: `update orders o set status = ${endOf('withdraw')}, submitted_at = null, ${moved}`,
    condition: isWithdrawable,
  },
  delete: { from: orderViews.drafts, change: 'delete from orders o', condition: 'true' },
};

/** Most orders that one statement changes. */
export const actionChunk = 5_000;

/**
 * Applies an action to up to {@link actionChunk} of the selected orders after `after`, oldest first, and
 * returns each of them. Orders are locked by age first, so that concurrent bulk actions wait instead of
 * deadlocking, and are checked once locked. The ids are passed on as an array: with a join the
 * planner, which has no statistics of new drafts, would choose a nested loop.
 */
export async function actOnOrders(
  em: EntityManager,
  action: ClientAction,
  selection: Selection,
  options: { requiredFields?: readonly string[]; after?: Pick<PickedOrder, 'createdAt' | 'id'> },
): Promise<PickedOrder[]> {
  const statement = new Statement();
  const scope = filterScopeOf(em);
  const { from, change, condition } = actions[action];
  const states = stateList(from);
  const missing = options.requiredFields ? missingFieldsSql(options.requiredFields) : `'{}'::text[]`;
  const selected = [statement.tenant(scope, 'o'), selectionSql(statement, selection, states)];
  if (options.after) {
    const { createdAt, id } = options.after;
    selected.push(
      `(o.created_at, o.id) > (${statement.bind(createdAt)}::timestamptz, ${statement.bind(id)}::uuid)`,
    );
  }
  const text = `
    with picked as materialized (
      select o.id, o.created_at, o.status, o.source, o.route_id,
             o.store_cancelled_at is not null as cancelled, ${missing} as missing from orders o
       where ${selected.join(' and ')} order by o.created_at, o.id limit ${actionChunk} for update of o
    ), done as (
      ${change} where o.id = any(array(select p.id from picked p where cardinality(p.missing) = 0))
         and ${statement.tenant(scope, 'o')} and o.status in (${states}) and ${condition}
      returning o.id
    )
    select p.id, p.created_at as "createdAt", p.status, p.source, p.route_id as "routeId",
           p.cancelled as "storeCancelled", p.missing, p.id in (select d.id from done d) as done
      from picked p order by p.created_at, p.id`;
  return rowsOf<PickedOrder>(em, text, statement.values);
}

function selectionSql(statement: Statement, selection: Selection, states: string): string {
  if ('ids' in selection) return `o.id = any(${statement.bind(selection.ids)}::uuid[])`;
  if ('importId' in selection)
    return `o.status in (${states}) and o.import_id = ${statement.bind(selection.importId)}`;
  return `o.status in (${states})`;
}
