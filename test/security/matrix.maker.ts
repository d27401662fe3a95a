import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { hashSecret, newSecret } from '../../src/auth/identity/secrets.js';
import { FileStore } from '../../src/files/file-store.js';
import { TrackingLinks } from '../../src/modules/orders/tracking-links.js';
import { FileLinks } from '../../src/modules/proofs/file-links.js';
import { pictureKey, thumbnailKey } from '../../src/modules/proofs/picture-files.js';
import { RunSheetLinks } from '../../src/modules/run-sheets/run-sheet-links.js';
import { jpeg, pictureFile, png } from '../support/pictures.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { addMember } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';
import { markOf, whoIs, type Caller, type Tenant } from './matrix.world.js';

/** Makes rows of one team, straight in the database where that is all it takes. */
export class Maker {
  constructor(
    private readonly app: TestApp,
    readonly tenant: Tenant,
    readonly caller?: Caller,
  ) {}

  readonly isClient = () => this.tenant.side === 'client';
  private readonly label = () => markOf(this.tenant);

  private async insert(table: string, values: Record<string, unknown>): Promise<string> {
    const row: Record<string, unknown> = {
      id: uuidv7(),
      organization_id: this.tenant.organizationId,
      ...values,
    };
    const names = Object.keys(row);
    await this.app.database.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
    return String(row.id);
  }

  private readonly now = () => new Date();
  private readonly times = () => ({ created_at: this.now(), updated_at: this.now() });

  depot = () => this.insert('depots', { name: this.label(), timezone: 'UTC', ...this.times() });
  driver = () => this.insert('drivers', { name: this.label(), ...this.times() });

  deadJob = (queue = 'mail') =>
    this.insert('jobs', {
      name: queue === 'imports' ? 'imports.run' : 'claimed-emails.mail',
      queue,
      payload: queue === 'imports' ? { importId: uuidv7() } : { userId: uuidv7() },
      state: 'dead',
      attempts: 12,
      run_at: this.now(),
      request_id: 'r',
      last_error: 'connect ECONNREFUSED 10.0.0.7:25',
      failure: 'mail_not_taken',
      created_at: this.now(),
      finished_at: this.now(),
    });

  /** Of a store that is connected no more. */
  shopifyImport = async () => {
    const client = { client_id: this.tenant.clientId, shop: `${uuidv7()}.myshopify.com` };
    const store = await this.insert('shopify_stores', {
      ...client,
      scopes: [],
      connected_at: this.now(),
      disconnected_at: this.now(),
      ...this.times(),
    });
    const created_by = { name: this.label() };
    const id = await this.insert('shopify_imports', {
      ...client,
      store_id: store,
      created_by,
      ...this.times(),
    });
    for (const ordinal of [1, 2])
      await this.app.database.query(
        `insert into shopify_import_results (import_id, ordinal, organization_id, client_id, shopify_order_id, name, outcome, detail)
         values ($1, $2, $3, $4, '1', $5, 'not_shippable', 'It was cancelled in the store.')`,
        [id, ordinal, this.tenant.organizationId, this.tenant.clientId, this.label()],
      );
    return id;
  };

  /** Not ready yet. */
  shopifyDataRequest = () =>
    this.insert('shopify_data_requests', {
      client_id: this.tenant.clientId,
      shop: `${uuidv7()}.myshopify.com`,
      webhook_event_id: uuidv7(),
      order_numbers: [],
      requested_at: this.now(),
      due_at: this.now(),
    });

  shopifyErasure = () =>
    this.insert('shopify_erasures', {
      client_id: this.tenant.clientId,
      shop: `${uuidv7()}.myshopify.com`,
      webhook_event_id: uuidv7(),
      kind: 'customer',
      order_ids: [],
      counts: { orders: 0, attempts: 0, proofs: 0, pictures: 0, events: 0, webhooks: 0, files: 0 },
      requested_at: this.now(),
      due_at: this.now(),
    });

  client = (status = 'active') =>
    this.insert('clients', {
      company_name: this.label(),
      status,
      default_depot_id: this.tenant.depotId,
      required_fields: [],
      ...this.times(),
    });

  member = async () => {
    const { organizationId, clientId } = this.tenant;
    const role = this.isClient() ? 'member' : 'viewer';
    const email = await addMember(this.app, { organizationId, clientId: clientId ?? undefined, role });
    await this.app.database.query('update users set name = $2 where email = $1', [email, this.label()]);
    return (await whoIs(this.app, email)).membershipId;
  };

  membership = () => Promise.resolve(this.caller?.membershipId ?? this.tenant.owner.membershipId);

  session = async (): Promise<string> => {
    const { userId, membershipId } = this.caller ?? this.tenant.owner;
    const id = uuidv7();
    await this.app.database.query(
      `insert into sessions (id, user_id, membership_id, user_agent, created_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, now(), now(), now() + interval '1 day')`,
      [id, userId, membershipId, this.label()],
    );
    return id;
  };

  refreshToken = async (): Promise<string> => {
    const token = newSecret();
    await this.app.database.query(
      'insert into refresh_tokens (hash, session_id, created_at) values ($1, $2, now())',
      [hashSecret(token), await this.session()],
    );
    return token;
  };

  apiKey = () =>
    this.insert('api_keys', {
      client_id: this.tenant.clientId,
      name: this.label(),
      prefix: 'wb_live_test',
      hash: randomBytes(32),
      scopes: ['team:read'],
      created_by: this.tenant.owner.userId,
      created_at: this.now(),
    });

  webhookEndpoint = () =>
    this.insert('webhook_endpoints', {
      client_id: this.tenant.clientId,
      url: `https://example.org/${encodeURIComponent(this.label())}`,
      events: ['*'],
      ...this.times(),
    });

  /** The shop of a store that is connected. */
  store = async () => {
    const shop = `matrix-${randomBytes(6).toString('hex')}.myshopify.com`;
    await this.insert('shopify_stores', {
      client_id: this.tenant.clientId,
      shop,
      scopes: [],
      connected_at: this.now(),
      ...this.times(),
    });
    return shop;
  };

  webhookDelivery = async (endpointId?: string) =>
    this.insert('webhook_deliveries', {
      client_id: this.tenant.clientId,
      endpoint_id: endpointId ?? (await this.webhookEndpoint()),
      event_id: uuidv7(),
      type: 'order.delivered',
      created_at: this.now(),
    });

  /** With the token that opens it, for what is asked by token. */
  invitation = async (options: { token?: string; email?: string } = {}) =>
    this.insert('invitations', {
      client_id: this.tenant.clientId,
      kind: 'member',
      channel: 'link',
      email: options.email ?? null,
      role: this.isClient() ? 'member' : 'viewer',
      token_hash: options.token ? hashSecret(options.token) : randomBytes(32),
      invited_by: this.tenant.owner.userId,
      invited_by_name: this.label(),
      created_at: this.now(),
      expires_at: new Date(Date.now() + 86_400_000),
    });

  invitationToken = async (): Promise<string> => {
    const token = newSecret();
    await this.invitation({ token });
    return token;
  };

  email = () => this.caller?.email ?? this.tenant.owner.email;

  /** An order: a client's, or the dispatcher's own stop. */
  order = (status = 'submitted', more: Record<string, unknown> = {}) =>
    this.insert('orders', {
      client_id: this.tenant.clientId,
      depot_id: this.tenant.depotId,
      status,
      source: this.isClient() ? 'manual' : 'dispatcher',
      address_line_one: '476 5th Ave',
      latitude: 40.7532,
      longitude: -73.9822,
      recipient_name: this.label(),
      products: [],
      submitted_at: status === 'draft' ? null : this.now(),
      ...more,
      ...this.times(),
    });

  /** How far a client's order is with its store; the order. */
  storeFulfillment = async (): Promise<string> => {
    const orderId = await this.order('submitted', { source: 'shopify' });
    await this.insert('shopify_order_fulfillments', {
      client_id: this.tenant.clientId,
      order_id: orderId,
      shop: 'book-nook.myshopify.com',
      state: 'failed',
      failure: 'store_refused',
      reason: this.label(),
      ...this.times(),
    });
    return orderId;
  };

  /** One that a client of this organization submitted. */
  clientsOrder = async () => this.order('submitted', { client_id: await this.client(), source: 'manual' });

  /** What happened to an order of the team's. */
  event = async () =>
    this.insert('events', {
      client_id: this.tenant.clientId,
      audience: this.isClient() ? 'client' : 'organization',
      type: 'order.updated',
      order_id: await this.order(),
      data: { fields: ['notes'] },
      actor: { kind: 'user', id: this.tenant.owner.userId, name: this.label() },
      request_id: '',
      created_at: this.now(),
    });

  trackingToken = async () => this.app.nest.get(TrackingLinks, { strict: false }).tokenOf(await this.order());

  runSheetToken = async () => {
    const expiresAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
    return this.app.nest
      .get(RunSheetLinks, { strict: false })
      .tokenOf(await this.route('started'), expiresAt);
  };

  route = (status = 'planned') =>
    this.insert('routes', {
      depot_id: this.tenant.depotId,
      title: this.label(),
      status,
      started_at: status === 'planned' ? null : this.now(),
      ...this.times(),
    });

  stopOn = (routeId: string, status = 'scheduled', position = 1) =>
    this.order(status, { route_id: routeId, route_position: position, scheduled_at: this.now() });

  /** An order with a photo of a visit, and the photo. */
  proven = async (): Promise<{ id: string; proofId: string }> => {
    const routeId = await this.route('started');
    const id = await this.stopOn(routeId, 'delivered');
    const hash = randomBytes(32).toString('hex');
    const content = await jpeg();
    const proofId = await this.insert('proofs', {
      client_id: this.tenant.clientId,
      order_id: id,
      route_id: routeId,
      kind: 'photo',
      sequence: 1,
      recorded_at: this.now(),
      hash,
      sha256: hash,
      size: content.length,
      width: 1,
      height: 1,
      thumbnail_size: content.length,
    });
    const files = this.app.nest.get(FileStore, { strict: false });
    for (const key of [pictureKey(proofId), thumbnailKey(proofId)])
      await files.put(key, Readable.from([content]), { maxBytes: content.length });
    return { id, proofId };
  };

  fileToken = async () => {
    const { proofId } = await this.proven();
    const expiresAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 600_000);
    return this.app.nest
      .get(FileLinks, { strict: false })
      .tokenOf({ proofId, variant: 'picture', expiresAt });
  };

  queuedImport = () =>
    this.insert('order_imports', {
      client_id: this.tenant.clientId,
      status: 'queued',
      mode: 'skip_invalid',
      duplicates: 'reject',
      file_name: `${this.label()}.csv`,
      file_key: `imports/${uuidv7()}`,
      file_size: 10,
      file_hash: 'x',
      other_sheets: [],
      created_by: JSON.stringify({ kind: 'user', id: this.tenant.owner.userId, name: this.label() }),
      ...this.times(),
    });

  /** One that has run, with one good row and one bad. */
  doneImport = async (): Promise<string> => {
    const allow = (value: boolean) =>
      this.app.database.query('update clients set allow_order_upload = $2 where id = $1', [
        this.tenant.clientId,
        value,
      ]);
    const [before] = await this.app.database.query<{ allowed: boolean }>(
      'select allow_order_upload as allowed from clients where id = $1',
      [this.tenant.clientId],
    );
    if (before) await allow(true);
    const path = this.isClient() ? '/v1/order-imports' : '/v1/stop-imports';
    const { token } = this.tenant.owner;
    const made = await call(this.app, 'POST', path, { token, body: spreadsheet(this.label()) });
    const id = String(made.json.id);
    await eventually(async () => {
      const { json } = await call(this.app, 'GET', `${path}/${id}`, { token });
      return json.finishedAt ? true : undefined;
    });
    if (before) await allow(before.allowed);
    return id;
  };
}

export async function photo(): Promise<FormData> {
  const form = new FormData();
  form.append('kind', 'photo');
  form.append('file', pictureFile(await png('red', 1 + Math.floor(Math.random() * 2_000), 1)));
  return form;
}

export function spreadsheet(name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  const id = randomBytes(6).toString('hex');
  const rows = `Id,Address Line 1,Recipient Name,Package Count\n${id},1 Main St,${name},1\n,2 Main St,${name},many\n`;
  form.append('file', new Blob([rows], { type: 'text/csv' }), `${name}.csv`);
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return form;
}
