import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../database/sql/columns.js';
import type { ReceiverFailure } from '../../jobs/job-failures.js';
import type { FeedEventType } from '../events/event-map.js';
import { ofTeam } from './webhook-endpoint.entity.js';

export type DeliveryState = 'pending' | 'succeeded' | 'failed';

const deliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  properties: {
    /** Also the `webhook-id`, the same for every attempt. */
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    endpointId: p.uuid(),
    /** Null for a test, which has an example in place of an event. */
    eventId: p.uuid().nullable(),
    type: p.string().$type<FeedEventType>().length(60),
    state: p.string().$type<DeliveryState>().length(10).default('pending'),
    attempts: p.integer().default(0),
    /** Attempts since it was last begun, by which the schedule goes. */
    tries: p.integer().default(0),
    /** How often it was begun anew: the attempt that waited before is not made. */
    round: p.integer().default(0),
    nextAttemptAt: moment().nullable(),
    createdAt: createdAt(),
  },
  uniques: [{ name: 'webhook_deliveries_once', properties: ['endpointId', 'eventId', 'organizationId'] }],
  indexes: [
    { name: 'webhook_deliveries_by_endpoint', properties: ['endpointId', 'createdAt', 'id'] },
    { name: 'webhook_deliveries_by_age', properties: ['createdAt'], type: 'brin' },
  ],
  ...ofTeam(),
});

/** One event on its way to one endpoint. */
export class WebhookDelivery extends deliverySchema.class {}
deliverySchema.setClass(WebhookDelivery);

const attemptSchema = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempts',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    deliveryId: p.uuid(),
    /** From 1. */
    number: p.integer(),
    url: p.string().length(2000),
    requestHeaders: p.json().$type<Record<string, string>>(),
    requestBody: p.text(),
    status: p.integer().nullable(),
    response: p.text().nullable(),
    /** Why there was no good answer; null after a success. */
    error: p.string().$type<ReceiverFailure>().length(30).nullable(),
    latencyMilliseconds: p.integer(),
    createdAt: createdAt(),
  },
  uniques: [{ name: 'webhook_attempts_of_delivery', properties: ['deliveryId', 'number', 'organizationId'] }],
  indexes: [{ name: 'webhook_attempts_by_age', properties: ['createdAt'] }],
  ...ofTeam(),
});

/** One request to an endpoint, and what came of it. */
export class WebhookAttempt extends attemptSchema.class {}
attemptSchema.setClass(WebhookAttempt);
