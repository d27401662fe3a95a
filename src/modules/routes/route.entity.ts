import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../database/sql/columns.js';
import type { TravelSource } from './travel/travel-times.service.js';
import type { RoutePlan } from './plans/route-plan.js';
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
    plannedDistanceMeters: p.integer().nullable(),
    plannedSeconds: p.integer().nullable(),
    /** Whose travel times the plan uses; null as long as it has no stops. */
    travelTimes: p.string().$type<TravelSource>().length(13).nullable(),
    plan: p.json().$type<RoutePlan>().nullable().lazy(),
    /** When and from where the driver goes on to the next open stop, as far as it is known; null before the start. */
    leavesAt: moment().nullable(),
    /** The stop that the driver leaves; null at the depot. */
    leavesStopId: p.uuid().nullable(),
    leavesLatitude: p.double().$type<number>().nullable(),
    leavesLongitude: p.double().$type<number>().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: [
    { name: 'routes_by_organization', properties: ['organizationId', 'createdAt', 'id'] },
    { name: 'routes_under_way', properties: ['leavesAt'], where: "status = 'started'" },
  ],
  ...tenantTable({ client: `organization_id = ${currentOrganization}`, ...byOrganization }),
});

/** One driver's stops of a day, in order. Clients see its title with their own orders. */
export class Route extends routeSchema.class {}
routeSchema.setClass(Route);
