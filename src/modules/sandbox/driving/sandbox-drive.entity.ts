import { defineEntity, p } from '@mikro-orm/core';
import { createdAt } from '../../../database/sql/columns.js';
import { byOrganization, tenantTable } from '../../../database/tenancy/tenancy.js';
import type { AttemptState } from './drive.dto.js';

const schema = defineEntity({
  name: 'SandboxDrive',
  tableName: 'sandbox_drives',
  properties: {
    /** A route is driven once at a time; the row is gone when it has ended. */
    routeId: p.uuid().primary(),
    organizationId: p.uuid(),
    /** How its attempts end, in turn. */
    outcomes: p.array().$type<AttemptState[]>(),
    /** How many times faster than planned; null: without waiting. */
    speed: p.double().$type<number>().nullable(),
    stopsDriven: p.integer().default(0),
    createdAt: createdAt(),
  },
  ...tenantTable({ client: 'none', ...byOrganization }),
});

/** A route of a sandbox that is being driven by nobody. */
export class SandboxDrive extends schema.class {}
schema.setClass(SandboxDrive);
