import type { AttemptState, EventType, OrderStatus, RouteStatus, StopStatus } from '../src/index.js';

/** Every word of a type. One that is new is missing here until it is added, which the compiler sees to. */
const all = <Word extends string>(words: Record<Word, true>) => Object.keys(words) as Word[];

export const orderStatuses = all<OrderStatus>({
  draft: true,
  submitted: true,
  scheduled: true,
  out_for_delivery: true,
  delivered: true,
  picked_up: true,
  failed: true,
});

/** Dispatchers see no drafts. */
export const stopStatuses = orderStatuses.filter((status): status is StopStatus => status !== 'draft');

export const routeStatuses = all<RouteStatus>({ planned: true, started: true, completed: true });

export const attemptStates = all<AttemptState>({
  delivered_to_recipient: true,
  delivered_to_third_party: true,
  delivered_to_mailbox: true,
  delivered_to_safe_place: true,
  delivered_to_pickup_point: true,
  delivered_other: true,
  picked_up_from_customer: true,
  picked_up_unmanned: true,
  picked_up_from_locker: true,
  picked_up_other: true,
  failed_not_home: true,
  failed_cant_find_address: true,
  failed_no_parking: true,
  failed_no_time: true,
  failed_package_not_available: true,
  failed_missing_required_proof: true,
  failed_payment_not_received: true,
  failed_other: true,
});

export const eventTypes = all<EventType>({
  'client.activated': true,
  'order.created': true,
  'order.updated': true,
  'order.submitted': true,
  'order.withdrawn': true,
  'order.scheduled': true,
  'order.unscheduled': true,
  'order.out_for_delivery': true,
  'order.eta_changed': true,
  'order.delivered': true,
  'order.picked_up': true,
  'order.failed': true,
  'order.proof_added': true,
  'order.rescheduled': true,
  'order.returned': true,
  'order.deleted': true,
  'order.store_cancelled': true,
  'order.store_changed': true,
  'order.store_fulfilled': true,
  'order.store_fulfillment_failed': true,
  'order.erased': true,
  'integration.connected': true,
  'integration.disconnected': true,
  'import.progressed': true,
  'import.completed': true,
});
