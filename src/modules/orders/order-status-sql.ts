import { orderTransitions, orderViews, type OrderAction, type OrderStatus } from './order-status.js';

/** SQL takes the states of orders from here only, so that the transition table stays their one definition. */

/** `'draft', 'submitted'` */
export function stateList(statuses: readonly OrderStatus[]): string {
  return statuses.map((status) => `'${status}'`).join(', ');
}

/** Whether a row is in a state from which `action` is allowed. */
export function mayStart(action: OrderAction, row = 'o.'): string {
  return `${row}status in (${stateList(orderTransitions[action].from)})`;
}

/** The state that `action` leads to, as SQL text; only for actions that lead to exactly one. */
export function endOf(action: Exclude<OrderAction, 'attempt'>): string {
  return stateList(orderTransitions[action].to);
}

const [draft] = orderViews.drafts;

/** The state of a new order, as SQL text. */
export const draftState = stateList([draft]);

export const isDraft = `o.status = ${draftState}`;
/** Whether a submitted order is still its client’s to take back. */
export const isWithdrawable = `o.route_id is null and o.source <> 'dispatcher'`;
/** Whether the organization may see a row: a client's drafts are private to it. */
export const isHandedOver = `o.status <> ${draftState}`;
