/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateWebhookEndpoint } from '../models/CreateWebhookEndpoint.js';
import type { RecoveredDeliveries } from '../models/RecoveredDeliveries.js';
import type { RecoverWebhookEndpoint } from '../models/RecoverWebhookEndpoint.js';
import type { TestWebhookEndpoint } from '../models/TestWebhookEndpoint.js';
import type { UpdateWebhookEndpoint } from '../models/UpdateWebhookEndpoint.js';
import type { WebhookDelivery } from '../models/WebhookDelivery.js';
import type { WebhookDeliveryPage } from '../models/WebhookDeliveryPage.js';
import type { WebhookDeliveryState } from '../models/WebhookDeliveryState.js';
import type { WebhookDeliveryWithAttempts } from '../models/WebhookDeliveryWithAttempts.js';
import type { WebhookEndpoint } from '../models/WebhookEndpoint.js';
import type { WebhookEndpointPage } from '../models/WebhookEndpointPage.js';
import type { WebhookEndpointWithSecret } from '../models/WebhookEndpointWithSecret.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListWebhookEndpointsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export interface ListWebhookDeliveriesQuery {
    /**
     * Only deliveries in these states; repeat it for several.
     */
    state?: Array<WebhookDeliveryState> | undefined;
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class WebhookEndpointsResource extends Resource {
    /**
     * List webhook endpoints
     *
     * Those of your own team: a client’s are its own, and the organization’s are apart from them.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @returns One page of endpoints, newest first.
     */
    list(query?: ListWebhookEndpointsQuery, options?: RequestOptions): PagePromise<WebhookEndpointPage> {
        return this.page({ method: 'GET', url: '/v1/webhook-endpoints', query }, options);
    }
    /**
     * Have events sent to an address
     *
     * Each event that your team may read, of the types named, is sent as a POST, from now on. Messages follow Standard
     * Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature`, which `waybill.webhooks.verify()` of
     * the SDK and the libraries of standardwebhooks.com check. Any answer of 2xx within 15 seconds is success;
     * anything else, redirects too, is tried again for about three days, no sooner than a `Retry-After` asks, up to a
     * day. A message may come more than once, always with the same `webhook-id`, and messages may overtake each other:
     * `data` and `createdAt` say what came first.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @returns The new endpoint with its secret. Store it now: no other call shows it, only this one again under its
     * `Idempotency-Key`, for 24 hours.
     * @throws WaybillError `webhook_endpoints_full`
     */
    create(body: CreateWebhookEndpoint, options?: RequestOptions): Promise<Answer<WebhookEndpointWithSecret>> {
        return this.call({ method: 'POST', url: '/v1/webhook-endpoints', body }, options);
    }
    /**
     * Get a webhook endpoint
     *
     * `failingSince` and `disabledReason` say how it does. Its secret is not shown.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the webhook endpoint.
     * @returns The endpoint.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<WebhookEndpoint>> {
        return this.call({ method: 'GET', url: '/v1/webhook-endpoints/{id}', path: { id } }, options);
    }
    /**
     * Change a webhook endpoint
     *
     * Its secret stays. One that was disabled, by whatever reason, is enabled again by `enabled: true`; what happened
     * meanwhile is not sent.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the webhook endpoint.
     * @returns The endpoint as it is now.
     * @throws WaybillError `not_found`, `stale_version`
     */
    update(id: string, body: UpdateWebhookEndpoint, options?: RequestOptions): Promise<Answer<WebhookEndpoint>> {
        return this.call({ method: 'PATCH', url: '/v1/webhook-endpoints/{id}', path: { id }, body }, options);
    }
    /**
     * Delete a webhook endpoint
     *
     * Nothing is sent to it any more, also nothing that was waiting for another attempt.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the webhook endpoint.
     * @throws WaybillError `not_found`, `stale_version`
     */
    delete(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/webhook-endpoints/{id}', path: { id }, accept: '' }, options);
    }
    /**
     * Replace the secret of a webhook endpoint
     *
     * For 24 hours messages carry two signatures, by the new secret and by the one before, so that receivers can
     * change over. Rotated again within that time, only the newest two sign.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the webhook endpoint.
     * @returns The endpoint with its new secret. Store it now: no other call shows it, only this one again under its
     * `Idempotency-Key`, for 24 hours.
     * @throws WaybillError `not_found`
     */
    rotateSecret(id: string, options?: RequestOptions): Promise<Answer<WebhookEndpointWithSecret>> {
        return this.call({ method: 'POST', url: '/v1/webhook-endpoints/{id}/rotate-secret', path: { id } }, options);
    }
    /**
     * List what was sent to a webhook endpoint
     *
     * Deliveries are kept for 30 days. What was sent and answered is told with each one alone.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the webhook endpoint.
     * @returns One page of deliveries, newest first.
     * @throws WaybillError `not_found`
     */
    listDeliveries(id: string, query?: ListWebhookDeliveriesQuery, options?: RequestOptions): PagePromise<WebhookDeliveryPage> {
        return this.page({ method: 'GET', url: '/v1/webhook-endpoints/{id}/deliveries', path: { id }, query }, options);
    }
    /**
     * Send a test to a webhook endpoint
     *
     * Sends an example of an event, signed like any other, whatever types the endpoint is sent. Its `eventId` is null,
     * and nothing has happened. Ask for the delivery to see what came of it.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the webhook endpoint.
     * @returns The delivery, which is under way.
     * @throws WaybillError `not_found`, `webhook_endpoint_disabled`
     */
    test(id: string, body: TestWebhookEndpoint, options?: RequestOptions): Promise<Answer<WebhookDelivery>> {
        return this.call({ method: 'POST', url: '/v1/webhook-endpoints/{id}/test', path: { id }, body }, options);
    }
    /**
     * Send again what failed since a moment
     *
     * Begins failed deliveries anew, the oldest first, at most 10,000 by one call, each under its `webhook-id` of
     * before.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the webhook endpoint.
     * @returns How many are sent again.
     * @throws WaybillError `not_found`, `webhook_endpoint_disabled`
     */
    recover(id: string, body: RecoverWebhookEndpoint, options?: RequestOptions): Promise<Answer<RecoveredDeliveries>> {
        return this.call({ method: 'POST', url: '/v1/webhook-endpoints/{id}/recover', path: { id }, body }, options);
    }
    /**
     * Get a delivery
     *
     * With every attempt: what was sent, what the receiver answered, and how long it took.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the delivery.
     * @returns The delivery and its attempts.
     * @throws WaybillError `not_found`
     */
    getDelivery(id: string, options?: RequestOptions): Promise<Answer<WebhookDeliveryWithAttempts>> {
        return this.call({ method: 'GET', url: '/v1/webhook-deliveries/{id}', path: { id } }, options);
    }
    /**
     * Send a delivery again
     *
     * At once, under its `webhook-id` of before, whether it succeeded, failed or waits; the schedule of attempts
     * begins anew. While one is under way, no second one is made beside it.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the delivery.
     * @returns The delivery, which is under way.
     * @throws WaybillError `not_found`, `webhook_endpoint_disabled`
     */
    redeliver(id: string, options?: RequestOptions): Promise<Answer<WebhookDelivery>> {
        return this.call({ method: 'POST', url: '/v1/webhook-deliveries/{id}/redeliver', path: { id } }, options);
    }
}
