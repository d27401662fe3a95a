/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A property of the answer:
 *
 * - `id`: Id of the order; as a stop it has the same.
 * - `status`: How far the order is.
 * - `clientId`: Id of the client that the order belongs to; null for a stop of the organization’s own.
 * - `source`: How the order came here.
 * - `importId`: Id of the import that made it; null for others.
 * - `address`: Where the stop is: `addressLineOne` or, in its place, `latitude` and `longitude` together, at the least.
 * - `recipient`: Who receives or hands over the packages.
 * - `timing`: When the stop may be visited, in the time zone of its depot, and how long it takes. Null where nothing is told.
 * - `notes`: What the driver should know. Null where there is none.
 * - `size`: Size of the packages, in the client’s own words. Null where there is none.
 * - `activity`: What happens at the stop.
 * - `externalId`: The client’s own id of the order; unique among its orders. Null where there is none.
 * - `packageCount`: How many packages.
 * - `products`: Names of what is in the packages.
 * - `requestedDate`: The day on which the client wants it done, as YYYY-MM-DD. Null where there is none.
 * - `metadata`: Texts that the maker of the order keeps with it, by key.
 * - `trackingCode`: What its labels carry, for people to type: ten digits and letters of Crockford’s base 32, which has no I, L, O and U, parted in the middle. Never changes.
 * - `depotId`: Id of the depot from which it is delivered.
 * - `missingFields`: Names of the fields that are required but empty; a submitted order has none.
 * - `returnReason`: Why the dispatcher gave it back, while it is a draft again; null else.
 * - `storeCancelledAt`: When the store that it came from cancelled it; null else.
 * - `route`: The route it is on, and where; null while it is on none.
 * - `eta`: When the driver is expected; null until the route has started.
 * - `delivery`: What happened at the stop; null while it is a draft.
 * - `trackingUrl`: Page on which the recipient can follow the order; null while it is a draft.
 * - `version`: Counts the changes of the order; the `ETag` of a single order is made from it.
 * - `createdAt`: When it was made.
 * - `updatedAt`: When it last changed.
 * - `submittedAt`: When it was handed over; null while it is a draft.
 * - `scheduledAt`: When it was put on its route; null while it is on none.
 * - `outForDeliveryAt`: When its route started; null before.
 * - `completedAt`: When it was delivered, collected or failed; null before.
 * - `internalNotes`: Notes that only the organization sees; null for none.
 */
export type StopProperty = 'id' | 'status' | 'clientId' | 'source' | 'importId' | 'address' | 'recipient' | 'timing' | 'notes' | 'size' | 'activity' | 'externalId' | 'packageCount' | 'products' | 'requestedDate' | 'metadata' | 'trackingCode' | 'depotId' | 'missingFields' | 'returnReason' | 'storeCancelledAt' | 'route' | 'eta' | 'delivery' | 'trackingUrl' | 'version' | 'createdAt' | 'updatedAt' | 'submittedAt' | 'scheduledAt' | 'outForDeliveryAt' | 'completedAt' | 'internalNotes';
