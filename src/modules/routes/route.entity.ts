import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../database/sql/columns.js';
import { byOrganization, currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

export const routeStatuses = ['planned', 'started', 'completed'] as const;
export type RouteStatus = (typeof routeStatuses)[number];

const routeSchema = defineEntity({
  name: 'Route',
  tableName: 'routes',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    depotId: p.uuid(),
    driverId: p.uuid().nullable(),
    title: p.string().length(200),
    status: p.string().$type<RouteStatus>().length(10).default('planned'),
    startsAt: moment().nullable(),
    startedAt: moment().nullable(),
    completedAt: moment().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: [{ name: 'routes_by_organization', properties: ['organizationId', 'id'] }],
  ...tenantTable({ client: `organization_id = ${currentOrganization}`, ...byOrganization }),
});

/** One driver's stops of a day, in order. Clients see its title with their own orders. */
export class Route extends routeSchema.class {}
routeSchema.setClass(Route);
