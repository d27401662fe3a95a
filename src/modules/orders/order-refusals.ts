import { problemCatalogue, type ProblemCode } from '../../common/problems/problems.js';
import { findOrderField } from '../../order-fields/order-fields.js';
import type { ClientAction, PickedOrder } from './actions/order-actions.queries.js';

/** Why a bulk action did not change an order. */
export interface Refusal {
  id: string;
  code: ProblemCode;
  detail: string;
}

/** Says why `action` was refused, and what to do next. */
export function refusalOf(action: ClientAction, order: PickedOrder): Refusal {
  return { id: order.id, ...reasons[action](order) };
}

const reasons: Record<ClientAction, (order: PickedOrder) => Omit<Refusal, 'id'>> = {
  submit: ({ status, storeCancelled, missing }) => {
    if (status !== 'draft') {
      const detail = 'Only drafts can be submitted; this order has been already.';
      return { code: 'order_not_submittable', detail };
    }
    if (storeCancelled) return { code: 'store_cancelled', detail: problemCatalogue.store_cancelled.detail };
    return {
      code: 'required_fields_missing',
      detail: `Fill ${namesOf(missing)}, then submit the order again.`,
    };
  },
  withdraw: ({ status, source, routeId }) => {
    if (source === 'dispatcher') {
      const detail = 'Your delivery company made this order; ask it to change or cancel it.';
      return { code: 'order_not_withdrawable', detail };
    }
    if (status === 'draft')
      return { code: 'order_not_withdrawable', detail: 'This order is a draft already.' };
    if (routeId !== null || status === 'scheduled' || status === 'out_for_delivery') {
      const detail = 'The order is on a route by now; ask your delivery company to take it off first.';
      return { code: 'order_on_route', detail };
    }
    return {
      code: 'order_not_withdrawable',
      detail: 'A driver has been there already; only orders that wait for a route can be withdrawn.',
    };
  },
  delete: () => ({
    code: 'order_not_editable',
    detail: 'Only drafts can be deleted. Withdraw the order first, if it is on no route yet.',
  }),
};

/** `Zip (address.zip) and Recipient Name (recipient.name)` */
function namesOf(fields: readonly string[]): string {
  const named = fields.map((name) => `${findOrderField(name)?.label ?? name} (${name})`);
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(named);
}
