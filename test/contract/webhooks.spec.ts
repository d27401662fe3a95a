import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { eventTypes } from '../../src/modules/events/event-types.dto.js';
import { messageOf } from '../../src/modules/webhooks/delivering/message.js';
import { webhookHeaders } from '../../src/modules/webhooks/delivering/webhook-headers.js';

interface Webhook {
  post: {
    operationId: string;
    parameters: { $ref: string }[];
    requestBody: { content: { 'application/json': { schema: object; example: object } } };
    responses: Record<string, { description: string }>;
  };
}

const document = JSON.parse(readFileSync('openapi/openapi-3.1.json', 'utf8')) as {
  paths: Record<string, Record<string, { operationId: string }>>;
  webhooks: Record<string, Webhook>;
  components: { parameters: Record<string, { name: string; in: string }> };
};

describe('the webhooks of the document in OpenAPI 3.1', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const validatorOf = (type: string) => {
    const place = `webhooks/${type}/post/requestBody/content/application~1json/schema`;
    return ajv.compile({ $ref: `document#/${place}` });
  };

  it('are those that the catalogue of event types lists', () => {
    expect(Object.keys(document.webhooks)).toEqual(eventTypes.items.map(({ name }) => name));
  });

  it.each(eventTypes.items)('describe what is sent for $name', ({ name: type, example }) => {
    const [id, orderId, createdAt] = ['0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e', null, new Date().toISOString()];
    const actor = { kind: 'system' as const, id: null, name: null };
    const event = { id, createdAt, clientId: id, orderId, data: example, actor };
    const message = messageOf({ id, type, createdAt: new Date(), clientId: null, event });
    const isValid = validatorOf(type);
    const { content } = document.webhooks[type]!.post.requestBody;
    for (const each of [message, content['application/json'].example]) {
      isValid(each);
      expect(isValid.errors).toBeNull();
    }
    expect(isValid({ ...message, type: 'order.lost' })).toBe(false);
    expect(isValid({ ...message, data: { ...message.data, data: null } })).toBe(false);
  });

  it('name the headers that are sent, and what each answer does', () => {
    for (const { post } of Object.values(document.webhooks)) {
      const headers = post.parameters.map(
        ({ $ref }) => document.components.parameters[$ref.split('/').at(-1)!]!,
      );
      expect(headers.map(({ name }) => name)).toEqual(Object.keys(webhookHeaders));
      expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['2XX', '410', 'default']));
    }
  });

  it('have names of their own among all operations', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const names = [...operations, ...Object.values(document.webhooks).map(({ post }) => post)].map(
      ({ operationId }) => operationId,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
