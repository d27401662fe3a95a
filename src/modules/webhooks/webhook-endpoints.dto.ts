import { z } from 'zod';
import { withVersion } from '../../common/http/etag.js';
import { described } from '../../common/schemas/described.js';
import { pageOf, timestamp, uuid } from '../../common/schemas/schemas.js';
import { feedEventMeanings } from '../events/feed-events.js';
import {
  everyType,
  type DisabledReason,
  type Subscription,
  type WebhookEndpoint,
} from './webhook-endpoint.entity.js';

const subscription = described('What is sent:', {
  [everyType]: 'All types of events, also those to come.',
  ...feedEventMeanings,
}).meta({ id: 'WebhookSubscription', example: 'order.delivered' });

const aboutUrl =
  'Where events are sent: an https URL that leads to the internet, up to 2000 characters, without a user name, a password or a fragment.';
const aboutEvents =
  'The types of events that are sent, or `*` alone for all. Drafts are sent to their client’s endpoints only, internal matters to the organization’s.';

const url = z
  .string()
  .trim()
  .max(2000, 'may have 2000 characters at most')
  .meta({ description: aboutUrl, example: 'https://example.org/waybill' });
const events = z
  .array(subscription)
  .min(1, 'name at least one')
  .max(100, 'may hold 100 at most')
  .transform((types): Subscription[] => (types.includes(everyType) ? [everyType] : [...new Set(types)]))
  .meta({ description: aboutEvents, example: ['order.delivered', 'order.failed'] });

const disabledReason = described('Why nothing is sent to it:', {
  by_hand: 'Somebody switched it off.',
  gone: 'It answered 410, by which receivers say that they want no more.',
  failing: 'Everything sent to it failed for five days.',
} satisfies Record<DisabledReason, string>).meta({ id: 'WebhookDisabledReason' });

export const webhookEndpointDto = z
  .object({
    id: uuid.describe('Id of the endpoint.'),
    url: z.string().meta({ description: 'Where events are sent.', example: 'https://example.org/waybill' }),
    events: z.array(z.string()).meta({
      description: 'The types of events that are sent; `*` stands for all.',
      example: ['order.delivered', 'order.failed'],
    }),
    enabled: z.boolean().describe('Whether events are sent to it.'),
    disabledReason: disabledReason.nullable().describe('Why it is not enabled; null while it is.'),
    disabledAt: timestamp.nullable().describe('Since when it is not enabled; null while it is.'),
    failingSince: timestamp
      .nullable()
      .describe('Its first failure since its last success; null when the last attempt succeeded.'),
    previousSecretUntil: timestamp
      .nullable()
      .describe('Until then messages are signed by the secret before the last rotation too; null for none.'),
    createdAt: timestamp.describe('When it was made.'),
  })
  .meta({ id: 'WebhookEndpoint', description: 'An address to which your team’s events are sent.' });
export type WebhookEndpointDto = z.output<typeof webhookEndpointDto>;

export const webhookEndpointWithSecret = webhookEndpointDto
  .extend({
    secret: z.string().meta({
      description: 'The secret by which messages are signed, shown by this call alone.',
      example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    }),
  })
  .meta({ id: 'WebhookEndpointWithSecret', description: 'The endpoint with its new secret.' });
export type WebhookEndpointWithSecret = z.output<typeof webhookEndpointWithSecret>;

export const webhookEndpointPage = pageOf(webhookEndpointDto, 'WebhookEndpointPage', 'webhook endpoints');

export const createWebhookEndpointBody = z
  .strictObject({ url, events })
  .meta({ id: 'CreateWebhookEndpoint', description: 'A new webhook endpoint.' });
export type CreateWebhookEndpoint = z.output<typeof createWebhookEndpointBody>;

export const updateWebhookEndpointBody = z
  .strictObject({
    url: url.optional(),
    events: events.optional(),
    enabled: z
      .boolean()
      .optional()
      .describe('False stops it; true begins again with what happens from then on.'),
  })
  .meta({ id: 'UpdateWebhookEndpoint', description: 'Changes to an endpoint. What it leaves out stays.' });
export type UpdateWebhookEndpoint = z.output<typeof updateWebhookEndpointBody>;

export function toWebhookEndpoint(endpoint: WebhookEndpoint): WebhookEndpointDto {
  const until = endpoint.previousSecretUntil;
  return withVersion(
    {
      id: endpoint.id,
      url: endpoint.url,
      events: endpoint.events,
      enabled: endpoint.disabledReason == null,
      disabledReason: endpoint.disabledReason ?? null,
      disabledAt: endpoint.disabledAt?.toISOString() ?? null,
      failingSince: endpoint.failingSince?.toISOString() ?? null,
      previousSecretUntil: until && until > new Date() ? until.toISOString() : null,
      createdAt: endpoint.createdAt.toISOString(),
    },
    endpoint.version,
  );
}
