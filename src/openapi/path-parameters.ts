import type { Parameter } from './document-types.js';

export type PathOperations = Record<string, Record<string, { parameters?: Parameter[] }>>;

/** What a parameter of a path is, by the path up to it. */
const meanings: Record<string, string> = {
  '/v1/api-keys/{id}': 'Id of the API key.',
  '/v1/clients/{id}': 'Id of the client.',
  '/v1/depots/{id}': 'Id of the depot.',
  '/v1/drivers/{id}': 'Id of the driver.',
  '/v1/files/{token}': 'The token at the end of the signed URL.',
  '/v1/integrations/shopify/data-requests/{id}': 'Id of the request.',
  '/v1/integrations/shopify/fulfillments/{orderId}': 'Id of the order.',
  '/v1/integrations/shopify/imports/{id}': 'Id of the import.',
  '/v1/invitations/{id}': 'Id of the invitation.',
  '/v1/jobs/{id}': 'Id of the failed work.',
  '/v1/me/sessions/{id}': 'Id of the session.',
  '/v1/order-imports/{id}': 'Id of the import.',
  '/v1/orders/{id}': 'Id of the order.',
  '/v1/routes/{id}': 'Id of the route.',
  '/v1/routes/{id}/stops/{stopId}': 'Id of the stop.',
  '/v1/run-sheets/{token}': 'The token at the end of the link that the driver got.',
  '/v1/sandbox/routes/{id}': 'Id of the route.',
  '/v1/stop-imports/{id}': 'Id of the import.',
  '/v1/stops/{id}': 'Id of the stop, which is that of the order.',
  '/v1/team/members/{id}': 'Id of the membership.',
  '/v1/tracking/{token}': 'The token at the end of the link that the recipient got.',
  '/v1/webhook-deliveries/{id}': 'Id of the delivery.',
  '/v1/webhook-endpoints/{id}': 'Id of the webhook endpoint.',
};

/** Path parameters have no zod schema of their own: what they look like and mean is said here. */
export function describePathParameters(paths: PathOperations): void {
  for (const [path, operations] of Object.entries(paths)) {
    for (const { parameters = [] } of Object.values(operations)) {
      for (const parameter of parameters.filter((one) => one.in === 'path')) {
        const [upTo] = path.split(`{${parameter.name}}`, 1);
        const isToken = parameter.name === 'token';
        parameter.schema = { type: 'string', ...(isToken ? { maxLength: 500 } : { format: 'uuid' }) };
        parameter.description ??= meanings[`${upTo}{${parameter.name}}`];
      }
    }
  }
}
