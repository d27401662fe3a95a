import { eventTypes } from '../../src/modules/events/event-types.dto.js';
import { messageOf } from '../../src/modules/webhooks/delivering/message.js';
import { webhookHeaders } from '../../src/modules/webhooks/delivering/webhook-headers.js';
import { described, webhookFaults } from '../support/webhook-check.js';

describe('the webhooks of the document in OpenAPI 3.1', () => {
  it('are those that the catalogue of event types lists', () => {
    expect(Object.keys(described.webhooks)).toEqual(eventTypes.items.map(({ name }) => name));
  });

  it.each(eventTypes.items)('describe what is sent for $name', ({ name: type, example }) => {
    const [id, orderId, createdAt] = ['0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e', null, new Date().toISOString()];
    const actor = { kind: 'system' as const, id: null, name: null };
    const event = { id, createdAt, clientId: id, orderId, data: example, actor };
    const message = messageOf({ id, type, createdAt: new Date(), clientId: null, event });
    const { content } = described.webhooks[type]!.post.requestBody;
    for (const each of [message, content['application/json'].example])
      expect(webhookFaults(each, type)).toEqual([]);
    expect(webhookFaults({ ...message, type: 'order.lost' }, type)).not.toEqual([]);
    expect(webhookFaults({ ...message, data: { ...message.data, data: null } }, type)).not.toEqual([]);
  });

  it('name the headers that are sent, and what each answer does', () => {
    for (const { post } of Object.values(described.webhooks)) {
      const headers = post.parameters.map(
        ({ $ref }) => described.components.parameters[$ref.split('/').at(-1)!]!,
      );
      expect(headers.map(({ name }) => name)).toEqual(Object.keys(webhookHeaders));
      expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['2XX', '410', 'default']));
    }
  });

  it('have names of their own among all operations', () => {
    const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
    const names = [...operations, ...Object.values(described.webhooks).map(({ post }) => post)].map(
      ({ operationId }) => operationId,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
