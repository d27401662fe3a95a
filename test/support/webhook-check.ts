import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';

interface Webhook {
  post: {
    operationId: string;
    parameters: { $ref: string }[];
    requestBody: { content: { 'application/json': { schema: object; example: object } } };
    responses: Record<string, { description: string }>;
  };
}

/** The committed document that describes webhooks. */
export const described = JSON.parse(readFileSync('openapi/openapi-3.1.json', 'utf8')) as {
  paths: Record<string, Record<string, { operationId: string }>>;
  webhooks: Record<string, Webhook>;
  components: { parameters: Record<string, { name: string; in: string }> };
};

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema(described, 'document');

/** What is wrong with a message as one of a type, by the document; empty where nothing is. */
export function webhookFaults(message: unknown, type: string): ErrorObject[] {
  const place = `webhooks/${type}/post/requestBody/content/application~1json/schema`;
  ajv.validate({ $ref: `document#/${place}` }, message);
  return ajv.errors ?? [];
}
