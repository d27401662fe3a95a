/**
 * Directus: a signed-in user whose policy lets it see and make orders. Rules of whose orders those are need a license:
 * without them the list asks for its client's.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { call } from '../server.mjs';
import { password } from '../stage.mjs';
import { fillPeer, newOrder } from './table.mjs';

export const name = 'Directus';
export const variable = 'DIRECTUS_DIR';
// Not directus/cli.js, which first asks the registry for a newer version.
export const program = 'node_modules/@directus/api/dist/cli/run.js';
// The isolated-vm that it asks for does not load in Node 24.
export const install =
  'npm init -y && npm pkg set overrides.isolated-vm=6.1.2 && npm install directus@12.3.1';

const admin = { email: 'admin@example.org', password };
const user = { email: 'client@example.org', password };

export async function start(stage, folder, { clientId, orderId }) {
  const databaseUrl = await stage.addDatabase('peer_directus');
  const cwd = join(stage.dataDir, 'directus');
  for (const needed of ['uploads', 'extensions']) await mkdir(join(cwd, needed), { recursive: true });
  await writeFile(join(cwd, 'package.json'), '{"name":"peer","private":true}');
  const env = settings(databaseUrl);
  const cli = join(folder, program);
  await promisify(execFile)(process.execPath, [cli, 'bootstrap'], { cwd, env: { ...process.env, ...env } });
  await fillPeer(stage, databaseUrl, clientId);
  const url = await stage.serve(cli, env, { args: ['start'], cwd, ready: '/server/ping', flags: [] });
  const token = await signIn(url);
  const authorization = `Bearer ${token}`;
  const own = `filter[client_id][_eq]=${clientId}`;
  return {
    url,
    databaseUrl,
    requests: {
      list: { path: `/items/orders?limit=50&sort=-created_at&${own}`, headers: { authorization } },
      get: { path: `/items/orders/${orderId}`, headers: { authorization } },
      create: {
        path: '/items/orders',
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(newOrder),
      },
    },
    importFile: async ({ peer }) => {
      const form = new FormData();
      form.append('file', await openAsBlob(peer, { type: 'text/csv' }), 'orders.csv');
      await call(url, 'POST', '/utils/import/orders', { token, body: form });
    },
  };
}

function settings(databaseUrl) {
  return {
    NODE_ENV: 'production',
    DB_CLIENT: 'pg',
    DB_CONNECTION_STRING: databaseUrl,
    DB_POOL__MAX: '20',
    SECRET: randomBytes(24).toString('hex'),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    ACCESS_TOKEN_TTL: '1d',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    TELEMETRY: 'false',
    // It would turn requests away while all processors are busy.
    PRESSURE_LIMITER_ENABLED: 'false',
  };
}

/** Shares the table, and signs a user in who may use it; returns the access token. */
async function signIn(url) {
  const { access_token: token } = (await call(url, 'POST', '/auth/login', { body: admin })).data;
  const add = async (path, body) => (await call(url, 'POST', path, { token, body })).data;
  await call(url, 'PATCH', '/collections/orders', { token, body: { meta: { accountability: 'all' } } });
  const allow = (action) => ({ collection: 'orders', action, permissions: {}, fields: ['*'] });
  const permissions = ['read', 'update', 'create'].map(allow);
  const policy = await add('/policies', { name: 'Client', app_access: false, permissions });
  const role = await add('/roles', { name: 'Client', policies: [{ policy: policy.id }] });
  await add('/users', { ...user, role: role.id });
  return (await call(url, 'POST', '/auth/login', { body: user })).data.access_token;
}
