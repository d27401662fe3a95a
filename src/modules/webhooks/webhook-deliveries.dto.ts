import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { momentInput, pageOf, pageQuery, repeatable, timestamp, uuid } from '../../common/schemas/schemas.js';
import { receiverFailures } from '../../jobs/job-failures.js';
import { eventType } from '../events/events.dto.js';
import type { DeliveryState, WebhookAttempt, WebhookDelivery } from './webhook-delivery.entity.js';

const deliveryState = described('Where it is:', {
  pending: 'It waits for its first or its next attempt.',
  succeeded: 'The receiver took it.',
  failed: 'There are no more attempts, or its endpoint is disabled.',
} satisfies Record<DeliveryState, string>).meta({ id: 'WebhookDeliveryState' });

const attemptError = described('Why the receiver did not take it:', receiverFailures).meta({
  id: 'WebhookAttemptError',
});

export const webhookDeliveryDto = z
  .object({
    id: uuid.describe('Id of the delivery, which is the `webhook-id` of each of its messages.'),
    endpointId: uuid.describe('The endpoint it is for.'),
    eventId: uuid.nullable().describe('The event it tells of; null for a test.'),
    type: eventType.describe('The type of the event.'),
    state: deliveryState.describe('Where it is.'),
    attempts: z.int().describe('How often it was tried.'),
    nextAttemptAt: timestamp.nullable().describe('When it is tried next; null when it is not.'),
    createdAt: timestamp.describe('When it was made.'),
  })
  .meta({ id: 'WebhookDelivery', description: 'One event on its way to one endpoint.' });

const webhookAttempt = z
  .object({
    number: z.int().describe('Which attempt it was, from 1.'),
    url: z.string().meta({ description: 'Where it was sent.', example: 'https://example.org/waybill' }),
    requestHeaders: z.record(z.string(), z.string()).describe('The headers that were sent.'),
    requestBody: z.string().describe('The body that was sent, as it was signed.'),
    status: z.int().nullable().describe('The status of the answer; null when there was none.'),
    response: z
      .string()
      .nullable()
      .describe('The body of the answer, its first 64 kB; null when there was none.'),
    error: attemptError.nullable().describe('Why the receiver did not take it; null after a success.'),
    reason: z.string().nullable().meta({
      description: 'The same in plain words; null after a success.',
      example: 'The receiver answered 503.',
    }),
    latencyMilliseconds: z.int().describe('How long it took until the answer was read.'),
    createdAt: timestamp.describe('When it ended.'),
  })
  .meta({ id: 'WebhookAttempt', description: 'One request to an endpoint, and what came of it.' });

export const webhookDeliveryWithAttempts = webhookDeliveryDto
  .extend({ log: z.array(webhookAttempt).describe('Its attempts, oldest first; the newest 50.') })
  .meta({ id: 'WebhookDeliveryWithAttempts', description: 'A delivery with all that was tried.' });

export const webhookDeliveryPage = pageOf(webhookDeliveryDto, 'WebhookDeliveryPage', 'deliveries');

export const deliveriesQuery = z.strictObject({
  state: repeatable(deliveryState).describe('Only deliveries in these states; repeat it for several.'),
  ...pageQuery,
});
export type DeliveriesQuery = z.output<typeof deliveriesQuery>;

export const testWebhookBody = z
  .strictObject({ type: eventType.describe('The type of event to send an example of.') })
  .meta({ id: 'TestWebhookEndpoint', description: 'What to send as a test.' });
export type TestWebhook = z.output<typeof testWebhookBody>;

export const recoverWebhookBody = z
  .strictObject({ since: momentInput.describe('Deliveries made from then on are sent again.') })
  .meta({ id: 'RecoverWebhookEndpoint', description: 'From when on to send again what failed.' });
export type RecoverWebhook = z.output<typeof recoverWebhookBody>;

export const recoveredDto = z
  .object({ deliveries: z.int().describe('How many failed deliveries are sent again.') })
  .meta({ id: 'RecoveredDeliveries', description: 'What is sent again.' });

export function toDelivery(delivery: WebhookDelivery): z.output<typeof webhookDeliveryDto> {
  const { id, endpointId, eventId, type, state, attempts, nextAttemptAt, createdAt } = delivery;
  return {
    id,
    endpointId,
    eventId: eventId ?? null,
    type,
    state,
    attempts,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

export function toAttempt(attempt: WebhookAttempt): z.output<typeof webhookAttempt> {
  const { number, url, requestHeaders, requestBody, latencyMilliseconds } = attempt;
  return {
    number,
    url,
    requestHeaders,
    requestBody,
    status: attempt.status ?? null,
    response: attempt.response ?? null,
    error: attempt.error ?? null,
    reason: reasonOf(attempt),
    latencyMilliseconds,
    createdAt: attempt.createdAt.toISOString(),
  };
}

function reasonOf({ error, status }: WebhookAttempt): string | null {
  if (error == null) return null;
  return error === 'refused_by_receiver' ? `The receiver answered ${status}.` : receiverFailures[error];
}
