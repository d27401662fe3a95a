import { orderTransitions, orderViews, type OrderAction, type OrderStatus } from './order-status.js';

/** SQL names the states of orders through these alone, so that the transition table stays the only one to say them. */

/** `'draft', 'submitted'` */
export function stateList(statuses: readonly OrderStatus[]): string {
  return statuses.map((status) => `'${status}'`).join(', ');
}

/** Whether a row is in a state from which `action` starts. */
export function mayStart(action: OrderAction, row = 'o.'): string {
  return `${row}status in (${stateList(orderTransitions[action].from)})`;
}

/** The state in which `action` ends, as SQL text; for actions that end in one only. */
export function endOf(action: Exclude<OrderAction, 'attempt'>): string {
  return stateList(orderTransitions[action].to);
}

const [draft] = orderViews.drafts;

/** The state of a new order, as SQL text. */
export const draftState = stateList([draft]);

export const isDraft = `o.status = ${draftState}`;
/** Whether the organization may know of a row: a client's drafts are its own. */
export const isHandedOver = `o.status <> ${draftState}`;
