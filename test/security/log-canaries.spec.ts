import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { call, type RawAnswer } from '../support/http.js';
import { ServerProcess } from '../support/server-process.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

/** Marked values in every place that data can come in by; none may come out in the log, however much it logs. */
const canaries: Record<string, string> = {};
const canary = (name: string) => (canaries[name] = `Canary${randomBytes(9).toString('hex')}`);

describe('the log, at its most talkative', () => {
  let database: TestDatabase;
  let dataDir: string;
  let server: ServerProcess;
  const secrets: Record<string, string> = {};

  const send = (method: string, path: string, options: Parameters<typeof call>[3] = {}) =>
    call(server, method, path, options);

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-canaries-'));
    server = await ServerProcess.start({
      NODE_ENV: 'test',
      LOG_LEVEL: 'trace',
      ...settingsFor(database),
      DATA_DIR: dataDir,
      JWT_SECRET: (secrets.jwtSecret = `${canary('jwtSecret')}-${'x'.repeat(32)}`),
      // Nobody listens there, so that every mail fails.
      SMTP_URL: 'smtp://127.0.0.1:9',
      RUN_JOBS: 'inline',
    });
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('tells of requests, jobs and failures', async () => {
    const owner = await signUp();
    const client = await joinAsClient(owner);
    await badSignIns();
    await handOverOrders(client);
    await useKey(owner);
    await breakDown(owner);
    await send('POST', '/v1/auth/password-reset', { body: { email: String(secrets.ownerEmail) } });
    await eventually(() => Promise.resolve(server.stdout.includes('Job failed') || undefined));
    const messages = ['"path":"/v1/orders","status":201', '"path":"/v1/tracking/…"', 'Request failed'];
    expect(messages.filter((message) => !server.stdout.includes(message))).toEqual([]);
  });

  it('holds no password, token, secret or key, and nobody’s data', () => {
    const leaks = Object.entries({ ...canaries, ...secrets }).filter(([, value]) =>
      `${server.stdout}${server.stderr}`.toLowerCase().includes(value.toLowerCase()),
    );
    expect(leaks.map(([name]) => name)).toEqual([]);
    expect(Object.keys(canaries).length).toBeGreaterThan(20);
  });

  it('and the database’s record of failed jobs holds none either', async () => {
    const rows = await database.query<{ row: string }>('select j::text as row from jobs j');
    const leaks = Object.entries({ ...canaries, ...secrets }).filter(([, value]) =>
      rows.some(({ row }) => row.toLowerCase().includes(value.toLowerCase())),
    );
    expect(leaks.map(([name]) => name)).toEqual([]);
  });

  async function signUp(): Promise<string> {
    secrets.ownerEmail = `${canary('ownerEmail')}@example.org`.toLowerCase();
    const session = await send('POST', '/v1/auth/signup', {
      body: {
        organizationName: canary('organizationName'),
        name: canary('ownerName'),
        email: secrets.ownerEmail,
        password: `${canary('password')} with words`,
      },
      headers: { 'user-agent': canary('userAgent'), cookie: `session=${canary('cookie')}` },
    });
    expect(session.status).toBe(201);
    keepTokens('owner', session);
    const renewed = await send('POST', '/v1/auth/refresh', { body: { refreshToken: secrets.ownerRefresh } });
    keepTokens('renewed', renewed);
    await send('POST', '/v1/auth/refresh', { body: { refreshToken: canary('madeUpRefresh') } });
    return String(renewed.json.accessToken);
  }

  async function joinAsClient(owner: string): Promise<string> {
    const made = await send('POST', '/v1/clients', {
      token: owner,
      body: {
        companyName: canary('companyName'),
        contactEmail: `${canary('contactEmail')}@example.org`,
        allowOrderUpload: true,
        invitation: { channel: 'link' },
      },
    });
    expect(made.status).toBe(201);
    const { url } = made.json.invitation as { url: string };
    secrets.invitation = url.split('token=')[1]!;
    await send('POST', '/v1/invitations/lookup', { body: { token: secrets.invitation } });
    await send('POST', '/v1/invitations/lookup', { body: { token: canary('madeUpInvitation') } });
    const joined = await send('POST', '/v1/invitations/accept', {
      body: {
        token: secrets.invitation,
        name: canary('clientName'),
        email: `${canary('clientEmail')}@example.org`,
        password: `${canary('clientPassword')} with words`,
      },
    });
    expect(joined.status).toBe(201);
    keepTokens('client', joined);
    const mailed = { kind: 'member', role: 'member', channel: 'email' };
    await send('POST', '/v1/invitations', {
      token: String(joined.json.accessToken),
      body: { ...mailed, email: `${canary('invitedEmail')}@example.org` },
    });
    return String(joined.json.accessToken);
  }

  async function badSignIns(): Promise<void> {
    const email = `${canary('unknownEmail')}@example.org`;
    await send('POST', '/v1/auth/login', { body: { email, password: canary('wrongPassword') } });
    await send('POST', '/v1/auth/login', {
      body: { email: canary('noEmail'), password: canary('oddPassword') },
    });
    await send('POST', '/v1/auth/login', { body: `{"password": "${canary('malformed')}` });
    await send('POST', '/v1/auth/login', { body: { [canary('unknownField')]: 1 } });
    await send('GET', '/v1/me', { token: canary('bearer') });
    await send('GET', '/v1/me', { token: `wb_live_${canary('madeUpKey')}` });
    const basic = Buffer.from(`${canary('basicUser')}:${canary('basicPassword')}`).toString('base64');
    secrets.basic = basic;
    await send('GET', '/v1/me', { headers: { authorization: `Basic ${basic}` } });
  }

  async function handOverOrders(client: string): Promise<void> {
    const order = {
      externalId: canary('externalId'),
      address: { addressLineOne: canary('street'), city: canary('city'), zip: '10018', country: 'US' },
      recipient: {
        name: canary('recipient'),
        email: `${canary('recipientEmail')}@example.org`,
        phone: canary('phone'),
      },
      notes: canary('notes'),
    };
    const made = await send('POST', '/v1/orders', { token: client, body: order });
    expect(made.status).toBe(201);
    await send('POST', '/v1/orders', { token: client, body: order });
    await send('POST', '/v1/orders', { token: client, body: { ...order, activity: canary('oddActivity') } });
    await send('POST', '/v1/orders', {
      token: client,
      body: { ...order, externalId: undefined },
      headers: { 'idempotency-key': canary('idempotencyKey') },
    });
    await send('GET', `/v1/orders?q=${canary('search')}`, { token: client });
    await send('GET', `/v1/orders?cursor=${canary('cursor')}`, { token: client });
    await send('GET', `/v1/orders/${canary('pathId')}`, { token: client });
    secrets.tracking = randomBytes(32).toString('base64url');
    await send('GET', `/v1/tracking/${secrets.tracking}`);
    await send('GET', `/v1/tracking/%ff${canary('badPath')}`);
  }

  async function useKey(owner: string): Promise<void> {
    const body = { name: canary('keyName'), scopes: ['depots:read'] };
    const made = await send('POST', '/v1/api-keys', { token: owner, body });
    secrets.key = String(made.json.key);
    expect((await send('GET', '/v1/depots', { token: secrets.key })).status).toBe(200);
    expect(
      (await send('DELETE', `/v1/api-keys/${String(made.json.id)}`, { token: secrets.key })).status,
    ).toBe(403);
  }

  /** Errors of PostgreSQL that quote the whole row. */
  async function breakDown(owner: string): Promise<void> {
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`alter table depots add constraint no_canaries check (name not like 'Canary%')`);
    const name = canary('rowOfAFailure');
    const failed = await send('POST', '/v1/depots', {
      token: owner,
      body: { name, address: canary('rowAddress') },
    });
    await admin.end();
    expect([failed.status, failed.json.code]).toEqual([500, 'internal_error']);
  }

  function keepTokens(name: string, session: RawAnswer): void {
    secrets[`${name}Access`] = String(session.json.accessToken);
    secrets[`${name}Refresh`] = String(session.json.refreshToken);
  }
});
