import { defineEntity, p } from '@mikro-orm/core';
import type { Actor } from '../../common/http/request-context.js';
import { createdAt, id } from '../../database/sql/columns.js';
import type { EventAudience } from './event-sql.js';
import { currentClient, currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'Event',
  tableName: 'events',
  properties: {
    id: id(),
    /** Orders the events of one transaction. */
    seq: p.bigint('string').autoincrement().columnType('bigserial'),
    /** The transaction that wrote it: readers wait until no older one is running. */
    transactionId: p.string().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    /** Who may read it: a client's drafts are private to the client, internal matters to the organization. */
    audience: p.string().$type<EventAudience>().length(12),
    type: p.string().length(60),
    orderId: p.uuid().nullable(),
    data: p.json().$type<Record<string, unknown>>(),
    actor: p.json().$type<Actor>(),
    requestId: p.string().length(100),
    /** The place in a trace that wrote it, as W3C Trace Context has it; none when nothing is traced. */
    traceparent: p.string().length(55).nullable(),
    createdAt: createdAt(),
  },
  indexes: [
    {
      name: 'events_by_organization',
      properties: ['organizationId', 'transactionId', 'seq'],
      where: "audience <> 'client'",
    },
    {
      name: 'events_by_client',
      properties: ['clientId', 'transactionId', 'seq'],
      where: 'client_id is not null',
    },
    {
      name: 'events_by_order',
      properties: ['orderId', 'transactionId', 'seq'],
      where: 'order_id is not null',
    },
  ],
  ...tenantTable({
    organization: `organization_id = ${currentOrganization} and audience <> 'client'`,
    organizationCheck: `organization_id = ${currentOrganization}`,
    client: `client_id = ${currentClient} and audience <> 'organization'`,
    filter: (scope) =>
      scope.audience === 'client'
        ? {
            organizationId: scope.organizationId,
            clientId: scope.clientId,
            audience: { $ne: 'organization' },
          }
        : 'organizationId' in scope
          ? { organizationId: scope.organizationId, audience: { $ne: 'client' } }
          : {},
  }),
});

/** Something that happened, written in the same transaction. Never changed. */
export class Event extends schema.class {}
schema.setClass(Event);
