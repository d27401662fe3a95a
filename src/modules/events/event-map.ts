import { z } from 'zod';
import type { Permission } from '../../auth/access/permissions.js';
import { feedEventData, type FeedEventType } from './feed-events.js';

const id = z.uuid();
const nothing = z.strictObject({});
const changed = z.strictObject({ changed: z.array(z.string()) });
const depot = z.strictObject({ depotId: id });
const invitation = z.strictObject({
  invitationId: id,
  kind: z.string(),
  role: z.string().nullish(),
  channel: z.string(),
});
const apiKey = z.strictObject({ apiKeyId: id, name: z.string(), scopes: z.array(z.string()) });
const route = z.strictObject({ routeId: id, title: z.string() });
const member = { memberId: id, userId: id };
const webhookEndpoint = z.strictObject({ webhookEndpointId: id });

/** Events that only the audit trail contains. */
const auditEvents = {
  'organization.created': nothing,
  'organization.updated': changed,
  'depot.created': depot,
  'depot.updated': depot,
  'depot.deleted': depot,
  'client.created': nothing,
  'client.updated': changed,
  'client.archived': nothing,
  'client.restored': nothing,
  'invitation.created': invitation,
  'invitation.resent': invitation,
  'invitation.revoked': invitation,
  'member.joined': z.strictObject({ memberId: id, role: z.string(), invitationId: id }),
  'member.left': z.strictObject({ ...member, role: z.string() }),
  'member.role_changed': z.strictObject({ ...member, from: z.string(), to: z.string() }),
  'team.ownership_transferred': z.strictObject({ from: id, to: id }),
  'api_key.created': apiKey,
  'api_key.revoked': apiKey,
  'route.started': route,
  'route.completed': route,
  'shopify_store.updated': z.strictObject({
    storeId: id,
    shop: z.string(),
    changed: z.array(z.string()),
  }),
  'webhook_endpoint.created': webhookEndpoint,
  'webhook_endpoint.updated': webhookEndpoint.extend({ changed: z.array(z.string()) }),
  'webhook_endpoint.deleted': webhookEndpoint,
  'webhook_endpoint.disabled': webhookEndpoint.extend({ reason: z.string() }),
  'webhook_endpoint.secret_rotated': webhookEndpoint,
};

/** What a reader of each side must be allowed to; the events of one kind, by what stands before the dot. */
const readers: Record<string, Record<'organization' | 'client', Permission>> = {
  client: { organization: 'clients:read', client: 'events:read' },
  order: { organization: 'stops:read', client: 'orders:read' },
  import: { organization: 'stops:read', client: 'orders:read' },
  // Those of stores are for their client alone.
  integration: { organization: 'clients:read', client: 'integrations:read' },
};

/** The permission that a reader of this side needs for events of this type. */
export function permissionToRead(type: FeedEventType, side: 'organization' | 'client'): Permission {
  return readers[type.split('.')[0]!]![side];
}

export { feedEventTypes, type FeedEventType } from './feed-events.js';

/** Every type of event with the schema of its `data`: the one list for writers and readers. */
export const eventMap = { ...feedEventData, ...auditEvents };

export type EventType = keyof typeof eventMap;
export type EventData<Type extends EventType> = z.output<(typeof eventMap)[Type]>;
