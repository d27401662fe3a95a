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

export const orderStatusMeanings: Readonly<Record<OrderStatus, string>> = {
  draft: 'The client is still working on it; its dispatcher does not see it.',
  submitted: 'Handed over to the delivery company and on no route yet.',
  scheduled: 'On a route that has not started.',
  out_for_delivery: 'Its route has started; the driver is on the way.',
  delivered: 'The driver delivered it.',
  picked_up: 'The driver collected it.',
  failed: 'The driver tried and could not do it; it can be rescheduled.',
};

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

const underWay = new Set<OrderStatus>([...orderViews.drafts, ...orderViews.active]);

/** Whether it is still to be delivered. */
export const isUnderWay = (status: OrderStatus) => underWay.has(status);

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

export const deliveryStateMeanings: Readonly<Record<DeliveryState, string>> = {
  unattempted: 'Nobody has tried yet.',
  delivered_to_recipient: 'Handed to the recipient.',
  delivered_to_third_party: 'Handed to somebody else, such as a neighbour.',
  delivered_to_mailbox: 'Left in the mailbox.',
  delivered_to_safe_place: 'Left in a safe place.',
  delivered_to_pickup_point: 'Left at a pickup point.',
  delivered_other: 'Delivered in another way; the notes say how.',
  picked_up_from_customer: 'Collected from the customer.',
  picked_up_unmanned: 'Collected where nobody was.',
  picked_up_from_locker: 'Collected from a locker.',
  picked_up_other: 'Collected in another way; the notes say how.',
  failed_not_home: 'Nobody was there.',
  failed_cant_find_address: 'The address could not be found.',
  failed_no_parking: 'There was nowhere to park.',
  failed_no_time: 'The driver ran out of time.',
  failed_package_not_available: 'The package was not there.',
  failed_missing_required_proof: 'The proof that is required could not be taken.',
  failed_payment_not_received: 'The payment was not made.',
  failed_other: 'It failed for another reason; the notes say which.',
};

export const attemptStates = deliveryStates.filter((state) => state !== 'unattempted');

/** The order's state after an attempt with this result. */
export function statusAfterAttempt(state: DeliveryState): 'delivered' | 'picked_up' | 'failed' {
  if (state.startsWith('delivered_')) return 'delivered';
  return state.startsWith('picked_up_') ? 'picked_up' : 'failed';
}
