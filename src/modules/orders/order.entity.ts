import { defineEntity, p, type Opt } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../database/sql/columns.js';
import { currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';
import { MAX_LENGTH } from '../../order-fields/limits.js';
import type { Metadata } from '../../order-fields/order-metadata.js';
import type { DeliveryState, OrderStatus } from './order-status.js';
import { draftState } from './order-status-sql.js';
import { trackingCodeSql } from './tracking-code.js';

export const orderSources = ['manual', 'spreadsheet', 'shopify', 'dispatcher', 'api'] as const;
export type OrderSource = (typeof orderSources)[number];

const schema = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    depotId: p.uuid(),
    status: p.string().$type<OrderStatus>().length(20),
    source: p.string().$type<OrderSource>().length(20),
    importId: p.uuid().nullable(),
    importRow: p.integer().nullable(),
    externalId: p.string().length(MAX_LENGTH.externalId).nullable(),
    trackingCode: p
      .string()
      .$type<Opt<string>>()
      .length(10)
      .generated(`(${trackingCodeSql('id')}) stored`),

    addressName: p.string().length(MAX_LENGTH.name).nullable(),
    addressLineOne: p.string().length(MAX_LENGTH.addressLine).nullable(),
    addressLineTwo: p.string().length(MAX_LENGTH.addressLine).nullable(),
    city: p.string().length(MAX_LENGTH.city).nullable(),
    state: p.string().length(MAX_LENGTH.state).nullable(),
    zip: p.string().length(MAX_LENGTH.zip).nullable(),
    country: p.string().length(MAX_LENGTH.country).nullable(),
    latitude: p.double().$type<number>().nullable(),
    longitude: p.double().$type<number>().nullable(),

    recipientName: p.string().length(MAX_LENGTH.name).nullable(),
    recipientEmail: p.string().length(MAX_LENGTH.email).nullable(),
    recipientPhone: p.string().length(MAX_LENGTH.phone).nullable(),

    activity: p.string().$type<'delivery' | 'pickup'>().length(10).default('delivery'),
    size: p.string().length(MAX_LENGTH.size).nullable(),
    packageCount: p.integer().default(1),
    products: p.array().$type<string[]>(),
    notes: p.string().length(MAX_LENGTH.notes).nullable(),
    requestedDate: p.date().nullable(),
    metadata: p.json().$type<Metadata>().default('{}'),
    internalNotes: p.string().length(MAX_LENGTH.notes).nullable().lazy(),
    earliestTime: p.string().length(5).nullable(),
    latestTime: p.string().length(5).nullable(),
    serviceSeconds: p.integer().nullable(),
    returnReason: p.string().length(500).nullable(),
    /** When the store that it came from cancelled it. */
    storeCancelledAt: moment().nullable(),

    routeId: p.uuid().nullable(),
    routePosition: p.integer().nullable(),
    etaAt: moment().nullable(),
    etaEarliestAt: moment().nullable(),
    etaLatestAt: moment().nullable(),
    /** The ETA that the last event told. */
    etaToldAt: moment().nullable().lazy(),

    deliveryState: p.string().$type<DeliveryState>().length(40).nullable(),
    attemptedAt: moment().nullable(),
    signeeName: p.string().length(200).nullable(),
    recipientNotes: p.string().length(2000).nullable(),
    attemptLatitude: p.double().$type<number>().nullable(),
    attemptLongitude: p.double().$type<number>().nullable(),
    photoCount: p.integer().default(0),
    hasSignature: p.boolean().default(false),

    createdAt: createdAt(),
    updatedAt: updatedAt(),
    submittedAt: moment().nullable(),
    scheduledAt: moment().nullable(),
    outForDeliveryAt: moment().nullable(),
    completedAt: moment().nullable(),
    version: version(),
  },
  // Every list index starts with the tenant and ends with the id, which breaks ties.
  indexes: [
    { name: 'orders_by_client', properties: ['clientId', 'createdAt', 'id'] },
    // With the organization, which every statement names, the orders in each state are counted in the index alone.
    {
      name: 'orders_by_client_status',
      properties: ['clientId', 'status', 'createdAt', 'id'],
      include: ['organizationId'],
    },
    { name: 'orders_by_client_change', properties: ['clientId', 'status', 'updatedAt', 'id'] },
    { name: 'orders_by_client_requested_date', properties: ['clientId', 'status', 'requestedDate', 'id'] },
    // Without drafts, which no organization sees. So no list of a client's orders can go by it, past those of others.
    {
      name: 'orders_by_organization_status',
      properties: ['organizationId', 'status', 'createdAt', 'id'],
      where: `status <> ${draftState}`,
    },
    {
      name: 'orders_by_tracking_code',
      properties: ['organizationId', 'trackingCode'],
      // Imports make drafts, which are nobody's to look up by their label yet.
      where: `status <> ${draftState}`,
    },
    {
      name: 'orders_by_requested_date',
      properties: ['organizationId', 'status', 'requestedDate', 'id'],
      where: `status <> ${draftState}`,
    },
    {
      name: 'orders_by_change',
      properties: ['organizationId', 'status', 'updatedAt', 'id'],
      where: `status <> ${draftState}`,
    },
    {
      name: 'orders_by_place',
      properties: ['organizationId', 'latitude', 'longitude'],
      where: `status <> ${draftState} and latitude is not null`,
    },
    // Few orders are; without these, a list of them would read all.
    {
      name: 'orders_store_cancelled_by_client',
      properties: ['clientId', 'createdAt', 'id'],
      where: 'store_cancelled_at is not null',
    },
    {
      name: 'orders_store_cancelled_by_organization',
      properties: ['organizationId', 'status', 'createdAt', 'id'],
      where: 'store_cancelled_at is not null',
    },
    { name: 'orders_by_route', properties: ['routeId', 'routePosition'], where: 'route_id is not null' },
  ],
  uniques: [
    {
      name: 'orders_external_id',
      properties: ['clientId', 'externalId', 'organizationId'],
      where: 'external_id is not null',
    },
    { name: 'orders_import_row', properties: ['importId', 'importRow'], where: 'import_id is not null' },
  ],
  ...tenantTable({
    organization: `organization_id = ${currentOrganization} and status <> ${draftState}`,
    filter: (scope) =>
      scope.audience === 'client'
        ? { organizationId: scope.organizationId, clientId: scope.clientId }
        : 'organizationId' in scope
          ? { organizationId: scope.organizationId, status: { $ne: 'draft' } }
          : {},
  }),
});

/** One order, which is also the dispatcher's stop. */
export class Order extends schema.class {}
schema.setClass(Order);

/** The columns by property, for SQL that lists all of them. */
export const orderProperties = schema.meta.properties;
