export const orderStatuses = [
  'draft',
  'submitted',
  'scheduled',
  'out_for_delivery',
  'delivered',
  'picked_up',
  'failed',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** What may happen to an order: from which states, to which states. */
export const orderTransitions = {
  submit: { from: ['draft'], to: ['submitted'] },
  withdraw: { from: ['submitted'], to: ['draft'] },
  return: { from: ['submitted'], to: ['draft'] },
  assign: { from: ['submitted'], to: ['scheduled'] },
  unassign: { from: ['scheduled'], to: ['submitted'] },
  start: { from: ['scheduled'], to: ['out_for_delivery'] },
  attempt: {
    from: ['out_for_delivery', 'delivered', 'picked_up', 'failed'],
    to: ['delivered', 'picked_up', 'failed'],
  },
  reschedule: { from: ['failed'], to: ['submitted'] },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: readonly OrderStatus[] }>;

export type OrderAction = keyof typeof orderTransitions;

/** Whether `action` may take an order from one state to the other. */
export function mayMove(action: OrderAction, from: OrderStatus, to: OrderStatus): boolean {
  const transition: { from: readonly OrderStatus[]; to: readonly OrderStatus[] } = orderTransitions[action];
  return transition.from.includes(from) && transition.to.includes(to);
}

/** The states of `view=…` in the order list. */
export const orderViews = {
  drafts: ['draft'],
  active: ['submitted', 'scheduled', 'out_for_delivery'],
  completed: ['delivered', 'picked_up', 'failed'],
} as const satisfies Record<string, readonly OrderStatus[]>;

export const deliveryStates = [
  'unattempted',
  'delivered_to_recipient',
  'delivered_to_third_party',
  'delivered_to_mailbox',
  'delivered_to_safe_place',
  'delivered_to_pickup_point',
  'delivered_other',
  'picked_up_from_customer',
  'picked_up_unmanned',
  'picked_up_from_locker',
  'picked_up_other',
  'failed_not_home',
  'failed_cant_find_address',
  'failed_no_parking',
  'failed_no_time',
  'failed_package_not_available',
  'failed_missing_required_proof',
  'failed_payment_not_received',
  'failed_other',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const attemptStates = deliveryStates.filter((state) => state !== 'unattempted');

/** The order's state after an attempt with this result. */
export function statusAfterAttempt(state: DeliveryState): 'delivered' | 'picked_up' | 'failed' {
  if (state.startsWith('delivered_')) return 'delivered';
  return state.startsWith('picked_up_') ? 'picked_up' : 'failed';
}
