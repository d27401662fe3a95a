import type { EventType } from '../src/index.js';

/** A new type is missing here until it is added, which the types of this object see to. */
const known: Record<EventType, true> = {
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
};

/** Every type of event. */
export const eventTypes = Object.keys(known) as EventType[];
