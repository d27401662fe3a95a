/** Platformatic DB in Watt: who may see what comes from a signed token, and orders are their client's alone. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillPeer, newOrder } from './table.mjs';

export const name = 'Platformatic DB';
export const variable = 'PLATFORMATIC_DIR';
export const program = 'node_modules/wattpm/bin/cli.js';
export const install = 'npm init -y && npm install @platformatic/db@3.67.0 wattpm@3.67.0';

export async function start(stage, folder, { clientId, orderId }) {
  const databaseUrl = await stage.addDatabase('peer_platformatic');
  await fillPeer(stage, databaseUrl, clientId);
  const secret = randomBytes(24).toString('hex');
  const app = join(stage.dataDir, 'platformatic');
  await mkdir(app);
  await symlink(join(folder, 'node_modules'), join(app, 'node_modules'), 'dir');
  await writeFile(join(app, 'package.json'), '{"name":"peer","type":"module"}');
  await writeFile(join(app, 'watt.json'), JSON.stringify(settings(databaseUrl, secret)));
  const url = await stage.serve(
    join(folder, program),
    { NODE_ENV: 'production' },
    { args: ['start'], cwd: app, ready: '/documentation/json', flags: [] },
  );
  const authorization = `Bearer ${signed({ 'X-PLATFORMATIC-ROLE': 'client', 'X-CLIENT-ID': clientId }, secret)}`;
  return {
    url,
    databaseUrl,
    requests: {
      list: { path: '/orders/?limit=50&orderby.createdAt=desc', headers: { authorization } },
      get: { path: `/orders/${orderId}`, headers: { authorization } },
      create: {
        path: '/orders/',
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(inCamelCase(newOrder)),
      },
    },
  };
}

function settings(connectionString, secret) {
  const own = { checks: { clientId: 'X-CLIENT-ID' } };
  const rule = { role: 'client', entity: 'order', find: own, save: own, delete: false };
  return {
    module: '@platformatic/db',
    db: { connectionString, openapi: true, graphql: false, poolSize: 20 },
    authorization: { jwt: { secret }, rules: [{ ...rule, defaults: { clientId: 'X-CLIENT-ID' } }] },
    runtime: { server: { hostname: '127.0.0.1', port: '{PORT}' }, logger: { level: 'warn' } },
  };
}

function signed(claims, secret) {
  const text = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const inCamelCase = (order) =>
  Object.fromEntries(
    Object.entries(order).map(([key, value]) => [
      key.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
