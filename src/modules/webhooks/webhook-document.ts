import type { DocumentedWebhooks, Webhook } from '../../openapi/document-types.js';
import { convertSchema } from '../../openapi/schema-conversion.js';
import { feedEvents, feedEventTypes, type FeedEventType } from '../events/feed-events.js';
import { messageOf } from './delivering/message.js';
import { webhookHeaders } from './delivering/webhook-headers.js';

const [exampleId, orderId, clientId] = ['8e', '8f', '90'].map(
  (end) => `0195d0c2-7c1e-7000-8000-3f2a5b6c7d${end}`,
) as [string, string, string];
const happenedAt = '2026-03-02T10:21:00.000Z';

/** `webhook-id` is `WebhookId` among the components, `order.delivered` `OrderDelivered`. */
const capitalized = (name: string) =>
  name.replaceAll(/(?:^|[^a-z])([a-z])/g, (_, letter: string) => letter.toUpperCase());

const parameters = Object.fromEntries(
  Object.entries(webhookHeaders).map(([name, { description, example }]) => [
    capitalized(name),
    { name, in: 'header', required: true, description, schema: { type: 'string' }, example },
  ]),
);

const responses: Webhook['responses'] = {
  '2XX': {
    description:
      'Taken, within 15 seconds. The first 64 kB of the body are kept with the delivery; nothing else is done with it.',
  },
  '410': {
    description: 'No more is wanted: the endpoint is disabled at once, and the owners of its team are told.',
  },
  default: {
    description:
      'Not taken, as without an answer; a redirect is not followed. It is sent again after 5 seconds, 5 minutes, 30 minutes and so on for about three days. An endpoint at which everything fails for five days is disabled.',
  },
};

/** The messages to webhook endpoints, made of the same catalogue of events as the feed. */
export const documentedWebhooks: DocumentedWebhooks = {
  parameters,
  items: Object.fromEntries(feedEventTypes.map((type) => [type, { post: webhookOf(type) }])),
};

function webhookOf(type: FeedEventType): Webhook {
  return {
    operationId: `receive${capitalized(type)}`,
    summary: feedEvents[type].description,
    description:
      'Sent to the webhook endpoints that take this type and whose team may read the event. It may come again, and after what happened later.',
    tags: ['Webhook endpoints'],
    security: [],
    parameters: Object.keys(parameters).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: messageSchema(type), example: exampleOf(type) } },
    },
    responses,
  };
}

function messageSchema(type: FeedEventType) {
  const typeSchema = { type: 'string', enum: [type], description: 'What happened.' };
  const { schema: data } = convertSchema(feedEvents[type].data, 'output');
  return {
    type: 'object',
    properties: {
      type: typeSchema,
      timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
      data: {
        description: 'The event, as `GET /v1/events` has it.',
        allOf: [
          { $ref: '#/components/schemas/Event' },
          { type: 'object', properties: { type: typeSchema, data } },
        ],
      },
    },
    required: ['type', 'timestamp', 'data'],
  };
}

function exampleOf(type: FeedEventType) {
  const event = {
    id: exampleId,
    createdAt: happenedAt,
    clientId,
    orderId: type.startsWith('order.') ? orderId : null,
    data: feedEvents[type].example,
    actor: { kind: 'user' as const, id: null, name: 'Ada Park' },
  };
  return messageOf({ id: exampleId, type, createdAt: new Date(happenedAt), clientId, event });
}
