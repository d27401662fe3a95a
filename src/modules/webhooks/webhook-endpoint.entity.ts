import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../database/sql/columns.js';
import { teamIndexes } from '../../database/sql/newest-first.js';
import { byTeam, currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';
import type { FeedEventType } from '../events/event-map.js';

/** Stands for all types of events, also those to come. */
export const everyType = '*';

/** What an endpoint is sent. */
export type Subscription = FeedEventType | typeof everyType;

export type DisabledReason = 'by_hand' | 'gone' | 'failing';

/** Both walls of what belongs to the webhooks of one team. */
export const ofTeam = () =>
  tenantTable({ organization: `organization_id = ${currentOrganization} and client_id is null`, ...byTeam });

const schema = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoints',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    url: p.string().length(2000),
    events: p.array().$type<Subscription[]>(),
    /** Null while it is enabled. */
    disabledReason: p.string().$type<DisabledReason>().length(10).nullable(),
    disabledAt: moment().nullable(),
    /** Its first failure since its last success. */
    failingSince: moment().nullable(),
    /** Secrets are derived from this number, so that a dump of the database signs nothing. */
    secretGeneration: p.integer().default(1),
    /** Until then the secret before the last rotation signs too. */
    previousSecretUntil: moment().nullable(),
    /** How far the event log has been read for it: at first, to the moment in which it was made. */
    readTransactionId: p.string().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    readSeq: p.bigint('string').default('0'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: teamIndexes('webhook_endpoints'),
  ...ofTeam(),
});

/** An address to which a team's events are sent. */
export class WebhookEndpoint extends schema.class {}
schema.setClass(WebhookEndpoint);
