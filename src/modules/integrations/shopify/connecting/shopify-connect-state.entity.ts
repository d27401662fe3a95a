import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../../../database/sql/columns.js';
import { tenantTable } from '../../../../database/tenancy/tenancy.js';
import type { ConnectOutcome } from './connect-outcome.js';

const schema = defineEntity({
  name: 'ShopifyConnectState',
  tableName: 'shopify_connect_states',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    /** Who began, and by which place in the client’s team. */
    userId: p.uuid(),
    membershipId: p.uuid(),
    shop: p.string().length(100),
    stateHash: p.blob().unique().hidden(),
    /** Where the browser is sent at the end; null for a page of ours. */
    returnUrl: p.string().length(2000).nullable(),
    createdAt: createdAt(),
    expiresAt: moment(),
    usedAt: moment().nullable(),
    /** What came of it; null until then. */
    outcome: p.string().$type<ConnectOutcome>().length(30).nullable(),
  },
  ...tenantTable({ organization: 'none' }),
});

/** A connection that somebody began: single use, and only the hash of its state is stored. */
export class ShopifyConnectState extends schema.class {}
schema.setClass(ShopifyConnectState);
