import { z } from 'zod';
import type { Permission } from '../../auth/access/permissions.js';

const id = z.uuid();
const time = z.iso.datetime();
const nothing = z.strictObject({});
const changed = z.strictObject({ changed: z.array(z.string()) });
const status = z.strictObject({ status: z.string() });

const onRoute = z.strictObject({
  routeId: id,
  routeTitle: z.string(),
  position: z.int(),
  eta: z.strictObject({ estimatedAt: time, earliestAt: time, latestAt: time }).optional(),
});
const attempted = z.strictObject({
  routeId: id.nullable(),
  state: z.string(),
  attemptedAt: time,
  /** The previous attempt's result. */
  corrected: z.string().optional(),
  /** The end of the order's chain of proof, kept here outside of it. Attempts before there were chains have none. */
  proofHash: z.string().optional(),
});
const proof = z.strictObject({ proofId: id, kind: z.string(), proofHash: z.string() });
const importProgress = z.strictObject({
  importId: id,
  status: z.string(),
  rowsTotal: z.int().nullable(),
  rowsProcessed: z.int(),
  rowsImported: z.int(),
  ordersImported: z.int(),
  rowsRejected: z.int(),
  rowsSkipped: z.int(),
});
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

/** Events in the feed: every type, with the schema of its `data`. */
const feedEvents = {
  'client.activated': z.strictObject({ clientCode: z.string().nullish() }),
  'order.created': z.strictObject({
    status: z.string().optional(),
    source: z.string().optional(),
    importId: id.optional(),
  }),
  'order.updated': z.strictObject({ fields: z.array(z.string()), importId: id.optional() }),
  'order.submitted': status,
  'order.withdrawn': status,
  'order.scheduled': onRoute,
  'order.unscheduled': onRoute,
  'order.out_for_delivery': onRoute,
  'order.eta_changed': onRoute,
  'order.delivered': attempted,
  'order.picked_up': attempted,
  'order.failed': attempted,
  'order.proof_added': proof,
  'order.rescheduled': z.strictObject({ routeId: id.nullable(), state: z.string().nullable() }),
  'order.returned': z.strictObject({ reason: z.string() }),
  'order.deleted': z.strictObject({ importId: id.optional() }),
  'import.progressed': importProgress,
  'import.completed': importProgress,
};

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
};

export type FeedEventType = keyof typeof feedEvents;

export const feedEventTypes = Object.keys(feedEvents) as FeedEventType[];

/** What a reader of each side must be allowed to; the events of one kind, by what stands before the dot. */
const readers: Record<string, Record<'organization' | 'client', Permission>> = {
  client: { organization: 'clients:read', client: 'events:read' },
  order: { organization: 'stops:read', client: 'orders:read' },
  import: { organization: 'stops:read', client: 'orders:read' },
};

/** The permission that a reader of this side needs for events of this type. */
export function permissionToRead(type: FeedEventType, side: 'organization' | 'client'): Permission {
  return readers[type.split('.')[0]!]![side];
}

/** Every type of event with the schema of its `data`: the one list for writers and readers. */
export const eventMap = { ...feedEvents, ...auditEvents };

export type EventType = keyof typeof eventMap;
export type EventData<Type extends EventType> = z.output<(typeof eventMap)[Type]>;
