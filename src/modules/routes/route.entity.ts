import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../database/columns.js';
import { currentOrganization, tenantTable } from '../../database/tenancy.js';

export const routeStatuses = ['planned', 'started', 'completed'] as const;
export type RouteStatus = (typeof routeStatuses)[number];

const byOrganization = {
  filter: (scope: object) => ('organizationId' in scope ? { organizationId: scope.organizationId } : {}),
};

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

const driverSchema = defineEntity({
  name: 'Driver',
  tableName: 'drivers',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    name: p.string().length(200),
    email: p.string().length(254).nullable(),
    phone: p.string().length(50).nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: [{ name: 'drivers_by_organization', properties: ['organizationId', 'id'] }],
  ...tenantTable({ client: 'none', ...byOrganization }),
});

export class Driver extends driverSchema.class {}
driverSchema.setClass(Driver);

const attemptSchema = defineEntity({
  name: 'Attempt',
  tableName: 'attempts',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    orderId: p.uuid(),
    routeId: p.uuid().nullable(),
    state: p.string().length(40),
    attemptedAt: moment(),
    latitude: p.double().$type<number>().nullable(),
    longitude: p.double().$type<number>().nullable(),
    signeeName: p.string().length(200).nullable(),
    recipientNotes: p.string().length(2000).nullable(),
    internalNotes: p.string().length(2000).nullable(),
    createdAt: createdAt(),
  },
  indexes: [{ name: 'attempts_by_order', properties: ['orderId', 'id'] }],
  ...tenantTable({ client: 'none', ...byOrganization }),
});

/** A driver's visit to a stop and how it ended. Never changed; a later one corrects it. */
export class Attempt extends attemptSchema.class {}
attemptSchema.setClass(Attempt);
