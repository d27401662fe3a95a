/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What happened:
 *
 * - `client.activated`: The first person of a client signed up.
 * - `order.created`: An order was made, by hand, by a program or from a spreadsheet.
 * - `order.updated`: What it says was changed; `fields` names what.
 * - `order.submitted`: Its client handed it over.
 * - `order.withdrawn`: It was taken back: by its client, or because the store it came from cancelled it.
 * - `order.scheduled`: It was put on a route.
 * - `order.unscheduled`: It was taken off its route.
 * - `order.out_for_delivery`: Its route started; `eta` says when it is expected.
 * - `order.eta_changed`: It is expected at another time.
 * - `order.delivered`: It was delivered.
 * - `order.picked_up`: It was picked up.
 * - `order.failed`: The attempt failed; `state` says why.
 * - `order.proof_added`: A photo or a signature was uploaded.
 * - `order.rescheduled`: After a failed attempt it waits for another route.
 * - `order.returned`: The dispatcher gave it back to its client; `reason` says why.
 * - `order.deleted`: It was deleted.
 * - `order.store_cancelled`: The store it came from cancelled it.
 * - `order.store_changed`: The store it came from changed it, or has nothing left to send of it, and the order stayed as it is: it was handed over already, or people had changed it too.
 * - `order.store_fulfilled`: It was marked as fulfilled in the store it came from.
 * - `order.store_fulfillment_failed`: It could not be marked as fulfilled in the store it came from, or was, and its delivery has been corrected since; `reason` says which, and what to do.
 * - `order.erased`: What was personal in it was erased, as privacy law asks; `reason` says who asked for it.
 * - `integration.connected`: A store was connected.
 * - `integration.disconnected`: A store was disconnected; `reason` says how it came about.
 * - `import.progressed`: A spreadsheet is being read.
 * - `import.completed`: A spreadsheet was read to its end, well or not.
 */
export type EventType = 'client.activated' | 'order.created' | 'order.updated' | 'order.submitted' | 'order.withdrawn' | 'order.scheduled' | 'order.unscheduled' | 'order.out_for_delivery' | 'order.eta_changed' | 'order.delivered' | 'order.picked_up' | 'order.failed' | 'order.proof_added' | 'order.rescheduled' | 'order.returned' | 'order.deleted' | 'order.store_cancelled' | 'order.store_changed' | 'order.store_fulfilled' | 'order.store_fulfillment_failed' | 'order.erased' | 'integration.connected' | 'integration.disconnected' | 'import.progressed' | 'import.completed';
