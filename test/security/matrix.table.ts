import { randomBytes } from 'node:crypto';
import { beginningId } from '../../src/modules/events/event-position.js';
import type { TestApp } from '../support/test-app.js';
import { password } from '../support/tenants.js';
import {
  one,
  ofOrganization,
  ofClient,
  depot,
  driver,
  client,
  draft,
  submitted,
  stop,
  plannedRoute,
  startedRoute,
  visitedStop,
  orderImport,
  stopImport,
  shopifyImport,
  shopifyDataRequest,
  store,
  webhookDelivery,
  webhookEndpoint,
  type Ids,
} from './matrix.ids.js';
import { photo, spreadsheet, type Maker } from './matrix.maker.js';
import type { Side } from './matrix.world.js';

/** How to call one operation so that it would succeed, and where that is not for everybody whom its permission lets. */
export interface Row {
  /** Ids by name, made for the maker's team; those in the path fill it. Undefined where the team has no such thing. */
  ids?: (make: Maker) => Promise<Ids | undefined>;
  query?: (ids: Ids) => string;
  body?: (ids: Ids, context: { make: Maker; side: Side }) => unknown;
  /** The status of a valid call, where it is none of the document's success. */
  valid?: number;
  /** By caller's name, where it is not what permission and role say. */
  expect?: Partial<Record<string, number>>;
  /** Whoever holds the token may use it, so there is no foreign one. */
  capability?: boolean;
  /** Puts back what the call took from the caller. */
  restore?: (app: TestApp, make: Maker, ids: Ids) => Promise<unknown>;
}

const address = { addressLineOne: '476 5th Ave', latitude: 40.7532, longitude: -73.9822 };
const newEmail = () => `matrix-${randomBytes(6).toString('hex')}@example.org`;
const person = () => ({ name: 'Bo Reyes', email: newEmail(), password });
const noUpload = { expect: { 'client without upload': 403 } };
const dispatchersOnly = {
  expect: { 'client owner': 403, 'client without upload': 403, 'another client of the organization': 403 },
};

/** The organizations of the matrix are real ones. */
const realOnly = { valid: 403 };

/** Every operation of the document, by its operationId. Several rows try several kinds of references. */
export const table: Record<string, Row | Row[]> = {
  getLiveness: {},
  getReadiness: {},

  signup: { body: () => ({ organizationName: 'New', ...person() }) },
  login: {
    ids: one((make) => make.membership(), 'membershipId'),
    body: ({ membershipId }, { make }) => ({ email: make.email(), password, membershipId }),
  },
  refresh: {
    ids: one((make) => make.membership(), 'membershipId'),
    body: async ({ membershipId }, { make }) => ({ refreshToken: await make.refreshToken(), membershipId }),
  },
  logout: { body: async (_, { make }) => ({ refreshToken: await make.refreshToken() }) },
  requestPasswordReset: { body: () => ({ email: newEmail() }) },
  confirmPasswordReset: { body: () => ({ token: 'no-such-token', password }), valid: 401 },
  getMe: {},
  updateMe: { body: () => ({ name: 'Somebody Else' }) },
  changePassword: { body: () => ({ currentPassword: password, password }) },
  listSessions: {},
  endSession: { ids: one((make) => make.session()) },
  listApiKeys: {},
  createApiKey: { body: () => ({ name: 'Sync', scopes: ['team:read'] }) },
  revokeApiKey: { ids: one((make) => make.apiKey()) },
  listJobs: {},
  retryJob: { ids: one((make) => make.deadJob()) },

  createSandbox: {},
  listSandboxMails: realOnly,
  driveSandboxRoute: { ids: plannedRoute, body: () => ({}), ...realOnly },
  advanceSandboxClock: { body: () => ({ seconds: 60 }), ...realOnly },

  listEventTypes: {},
  listWebhookEndpoints: {},
  createWebhookEndpoint: { body: () => ({ url: 'https://example.org/hook', events: ['*'] }) },
  getWebhookEndpoint: { ids: webhookEndpoint },
  updateWebhookEndpoint: { ids: webhookEndpoint, body: () => ({ events: ['order.failed'] }) },
  deleteWebhookEndpoint: { ids: webhookEndpoint },
  rotateWebhookSecret: { ids: webhookEndpoint },
  listWebhookDeliveries: { ids: webhookEndpoint },
  testWebhookEndpoint: { ids: webhookEndpoint, body: () => ({ type: 'order.delivered' }) },
  recoverWebhookEndpoint: { ids: webhookEndpoint, body: () => ({ since: '2026-01-01T00:00:00Z' }) },
  getWebhookDelivery: { ids: webhookDelivery },
  redeliverWebhook: { ids: webhookDelivery },

  getOrganization: {},
  updateOrganization: { body: () => ({ supportEmail: newEmail() }) },
  listDepots: {},
  createDepot: { body: () => ({ name: 'Uptown' }) },
  getDepot: { ids: depot },
  updateDepot: { ids: depot, body: () => ({ name: 'Uptown' }) },
  deleteDepot: { ids: depot },
  setMainDepot: { ids: depot },

  listClients: {},
  createClient: [
    { body: () => ({ companyName: 'Book Nook' }) },
    {
      ids: ofOrganization(one((make) => make.depot(), 'defaultDepotId')),
      body: ({ defaultDepotId }) => ({ companyName: 'Book Nook', defaultDepotId }),
    },
  ],
  getClient: { ids: client },
  updateClient: [
    { ids: client, body: () => ({ companyName: 'Book Corner' }) },
    {
      ids: ofOrganization(async (make) => ({ id: await make.client(), defaultDepotId: await make.depot() })),
      body: ({ defaultDepotId }) => ({ defaultDepotId }),
    },
  ],
  archiveClient: { ids: client },
  restoreClient: { ids: ofOrganization(one((make) => make.client('archived'))) },
  listClientMembers: { ids: client },
  getClientRequiredFields: { ids: client },
  setClientRequiredFields: { ids: client, body: () => ({ requiredFields: ['address.zip'] }) },

  listInvitations: [
    {},
    {
      ids: ofOrganization(one((make) => make.client(), 'clientId')),
      query: ({ clientId }) => `?clientId=${clientId}`,
    },
  ],
  createInvitation: [
    {
      body: (_, { side }) => ({
        kind: 'member',
        role: side === 'client' ? 'member' : 'viewer',
        channel: 'link',
      }),
      expect: { dispatcher: 403 },
    },
    {
      ids: ofOrganization(one((make) => make.client('invited'), 'clientId')),
      body: ({ clientId }) => ({ kind: 'client', clientId, channel: 'link' }),
      ...dispatchersOnly,
    },
  ],
  resendInvitation: { ids: one((make) => make.invitation()), expect: { dispatcher: 403 } },
  revokeInvitation: { ids: one((make) => make.invitation()), expect: { dispatcher: 403 } },
  lookupInvitation: {
    capability: true,
    body: async (_, { make }) => ({ token: await make.invitationToken() }),
  },
  acceptInvitation: {
    capability: true,
    body: async (_, { make }) => ({ token: await make.invitationToken(), ...person() }),
  },

  listTeamMembers: {},
  updateTeamMember: { ids: one((make) => make.member()), body: () => ({ role: 'admin' }) },
  removeTeamMember: { ids: one((make) => make.member()) },
  transferOwnership: {
    ids: one((make) => make.member(), 'memberId'),
    body: ({ memberId }) => ({ memberId }),
    restore: async (app, make, { memberId }) => {
      await app.database.query(`update memberships set role = 'admin' where id = $1`, [memberId]);
      await app.database.query(`update memberships set role = 'owner' where id = $1`, [
        await make.membership(),
      ]);
    },
  },

  listOrderFields: {},
  listOrderProfiles: {},
  getRequiredFields: {},
  getOrderSchema: {},
  listOrders: [
    {},
    {
      ids: ofClient(one((make) => make.doneImport(), 'importId')),
      query: ({ importId }) => `?importId=${importId}`,
    },
    { query: () => '?q=Victim' },
  ],
  getOrderSummary: {},
  createOrder: { body: () => ({ address }), ...noUpload },
  createOrders: { body: () => ({ orders: [{ address }] }), ...noUpload },
  getOrder: { ids: draft },
  updateOrder: { ids: draft, body: () => ({ notes: 'Ring twice' }) },
  deleteOrder: { ids: draft },
  deleteOrders: { ids: draft, body: ({ id }) => ({ ids: [id] }) },
  submitOrders: [
    { ids: draft, body: ({ id }) => ({ ids: [id] }), ...noUpload },
    {
      ids: ofClient(one((make) => make.doneImport(), 'importId')),
      body: ({ importId }) => ({ importId }),
      ...noUpload,
    },
    { body: () => ({ all: true }), ...noUpload },
  ],
  withdrawOrders: { ids: submitted, body: ({ id }) => ({ ids: [id] }) },
  listShopifyFulfillments: {
    ids: ofClient(one((make) => make.storeFulfillment(), 'orderId')),
    query: () => '?state=failed',
  },
  // None that was delivered: it would go on behind the request.
  retryShopifyFulfillment: {
    ids: ofClient(one((make) => make.storeFulfillment(), 'orderId')),
    valid: 409,
  },
  listOrderTimeline: { ids: draft },
  getProofOfDelivery: { ids: ofClient(one(async (make) => (await make.proven()).id)) },
  exportOrders: { query: () => '?format=ndjson' },
  downloadOrderLabel: { ids: draft },
  downloadOrderLabels: [
    { ids: draft, body: ({ id }) => ({ ids: [id] }) },
    { ids: orderImport, body: ({ id }) => ({ importId: id, size: 'a4x4' }) },
  ],

  createOrderImport: { body: () => spreadsheet('mine'), ...noUpload },
  previewOrderImport: { body: () => spreadsheet('mine'), ...noUpload },
  compareOrderImport: [
    { body: () => spreadsheet('mine'), ...noUpload },
    {
      ids: ofClient(one((make) => make.doneImport(), 'against')),
      body: ({ against = '' }) => spreadsheet('mine', { against }),
      ...noUpload,
    },
  ],
  // Their clients have no store connected: what a store answers is tried in its own tests.
  listShopifyOrders: { valid: 404 },
  importShopifyOrders: {
    body: () => ({ orderIds: ['5512345678901'] }),
    valid: 404,
    expect: { 'client without upload': 403 },
  },
  // Nothing of theirs is signed, and no file is ready: both are tried in tests of their own.
  receiveShopifyWebhook: { valid: 401 },
  listShopifyDataRequests: {},
  readShopifyDataRequestFile: { ids: shopifyDataRequest, valid: 404 },
  listShopifyErasures: {},
  listShopifyImports: {},
  getShopifyImport: { ids: shopifyImport },
  listShopifyImportResults: { ids: shopifyImport },
  cancelShopifyImport: { ids: shopifyImport },

  listOrderImports: {},
  downloadOrderTemplate: { query: () => '?format=csv' },
  getOrderImport: { ids: orderImport },
  listOrderImportErrors: { ids: orderImport },
  downloadRejectedRows: { ids: orderImport },
  cancelOrderImport: { ids: ofClient(one((make) => make.queuedImport())) },
  undoOrderImport: { ids: orderImport },
  fixOrderImport: { ids: orderImport, body: () => ({ accept: 'all' }), valid: 409, ...noUpload },
  createStopImport: { body: () => spreadsheet('mine') },
  previewStopImport: { body: () => spreadsheet('mine') },
  listStopImports: {},
  downloadStopTemplate: { query: () => '?format=csv' },
  getStopImport: { ids: stopImport },
  listStopImportErrors: { ids: stopImport },
  downloadRejectedStops: { ids: stopImport },
  cancelStopImport: { ids: ofOrganization(one((make) => make.queuedImport())) },
  fixStopImport: { ids: stopImport, body: () => ({ accept: 'all' }), valid: 409 },
  undoStopImport: { ids: stopImport },

  listIntegrations: {},
  getShopifyIntegration: [{}, { ids: store, query: ({ shop }) => `?shop=${shop}` }],
  // No app is configured in this server.
  connectShopify: { body: () => ({ shop: 'book-nook' }), valid: 409 },
  updateShopifyIntegration: { ids: store, body: ({ shop }) => ({ shop, autoFulfill: true }) },
  disconnectShopify: { ids: store, query: ({ shop }) => `?shop=${shop}` },

  listTaughtHeaders: {},
  forgetTaughtHeaders: {},

  listStops: [
    {},
    {
      ids: ofOrganization(one((make) => make.client(), 'clientId')),
      query: ({ clientId }) => `?clientId=${clientId}`,
    },
    {
      ids: ofOrganization(one((make) => make.depot(), 'depotId')),
      query: ({ depotId }) => `?depotId=${depotId}`,
    },
    {
      ids: ofOrganization(one((make) => make.route(), 'routeId')),
      query: ({ routeId }) => `?routeId=${routeId}`,
    },
  ],
  createStop: [
    { body: () => ({ address }) },
    {
      ids: ofOrganization(async (make) => ({ clientId: await make.client(), depotId: await make.depot() })),
      body: ({ clientId, depotId }) => ({ address, clientId, depotId }),
    },
  ],
  getStop: { ids: stop() },
  exportStops: { query: () => '?format=ndjson' },
  downloadStopLabel: { ids: stop() },
  downloadStopLabels: [
    { ids: stop(), body: ({ id }) => ({ ids: [id] }) },
    { ids: stopImport, body: ({ id }) => ({ importId: id }) },
  ],
  updateStop: [
    { ids: stop(), body: () => ({ notes: 'Ring twice' }) },
    {
      ids: ofOrganization(async (make) => ({
        id: await make.order(),
        clientId: await make.client(),
        depotId: await make.depot(),
      })),
      body: ({ clientId, depotId }) => ({ clientId, depotId }),
    },
  ],
  addStopClient: {
    ids: ofOrganization(async (make) => ({ id: await make.order() })),
    body: () => ({ companyName: 'Book Nook' }),
  },
  deleteStop: { ids: stop() },
  rescheduleStop: { ids: visitedStop('failed') },
  returnStop: {
    ids: async (make) => ({ id: await (make.isClient() ? make.order('draft') : make.clientsOrder()) }),
    body: () => ({ reason: 'Wrong address' }),
  },
  addProof: { ids: visitedStop('out_for_delivery'), body: () => photo() },
  downloadOrderProof: { ids: ofClient(one(async (make) => (await make.proven()).id)) },
  downloadStopProof: { ids: ofOrganization(one(async (make) => (await make.proven()).id)) },
  // What they filter by is tried with the lists; two archives differ in when they were made.
  downloadOrderProofs: {},
  downloadStopProofs: {},
  getStopProofOfDelivery: { ids: ofOrganization(one(async (make) => (await make.proven()).id)) },
  downloadFile: { capability: true, ids: one((make) => make.fileToken(), 'token') },
  recordAttempt: { ids: visitedStop('out_for_delivery'), body: () => ({ state: 'delivered_to_recipient' }) },

  listDrivers: {},
  createDriver: { body: () => ({ name: 'Cy' }) },
  getDriver: { ids: driver },
  updateDriver: { ids: driver, body: () => ({ name: 'Di' }) },
  deleteDriver: { ids: driver },
  listRoutes: [
    {},
    {
      ids: ofOrganization(one((make) => make.depot(), 'depotId')),
      query: ({ depotId }) => `?depotId=${depotId}`,
    },
    {
      ids: ofOrganization(one((make) => make.driver(), 'driverId')),
      query: ({ driverId }) => `?driverId=${driverId}`,
    },
  ],
  createRoute: {
    ids: ofOrganization(async (make) => ({ depotId: await make.depot(), driverId: await make.driver() })),
    body: ({ depotId, driverId }) => ({ title: 'Monday', depotId, driverId }),
  },
  getRoute: { ids: plannedRoute },
  updateRoute: {
    ids: ofOrganization(async (make) => ({
      id: await make.route(),
      depotId: await make.depot(),
      driverId: await make.driver(),
    })),
    body: ({ depotId, driverId }) => ({ title: 'Tuesday', depotId, driverId }),
  },
  deleteRoute: { ids: plannedRoute },
  addRouteStops: {
    ids: ofOrganization(async (make) => ({ id: await make.route(), stopId: await make.order() })),
    body: ({ stopId }) => ({ stopIds: [stopId] }),
  },
  orderRouteStops: {
    ids: ofOrganization(async (make) => {
      const id = await make.route();
      return { id, stopId: await make.stopOn(id) };
    }),
    body: ({ stopId }) => ({ stopIds: [stopId] }),
  },
  removeRouteStop: {
    ids: ofOrganization(async (make) => {
      const id = await make.route();
      return { id, stopId: await make.stopOn(id) };
    }),
  },
  optimizeRoute: { ids: plannedRoute },
  planRoutes: [
    {
      ids: ofOrganization(async (make) => ({ depotId: await make.depot(), stopId: await make.order() })),
      body: ({ depotId, stopId }) => ({ depotId, stopIds: [stopId], drivers: 1 }),
    },
    {
      ids: ofOrganization(async (make) => ({
        depotId: await make.depot(),
        clientId: await make.client(),
      })),
      body: ({ depotId, clientId }) => ({ depotId, filter: { clientId }, drivers: 1 }),
      valid: 409,
    },
  ],
  delayRoute: { ids: startedRoute, body: () => ({ minutes: 15 }) },
  startRoute: { ids: plannedRoute },
  completeRoute: { ids: startedRoute },
  createDriverLink: { ids: plannedRoute },
  getRunSheet: { capability: true, ids: one((make) => make.runSheetToken(), 'token') },
  listEvents: [
    {},
    { ids: one((make) => make.event(), 'after'), query: ({ after }) => `?after=${after}` },
    { ids: one((make) => make.order(), 'orderId'), query: ({ orderId }) => `?orderId=${orderId}` },
  ],
  streamEvents: [
    { query: () => `?after=${beginningId}` },
    { ids: one((make) => make.event(), 'after'), query: ({ after }) => `?after=${after}` },
  ],
  getTracking: { capability: true, ids: one((make) => make.trackingToken(), 'token') },
};
