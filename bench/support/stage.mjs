/** Shared by the measurements: a fresh database, servers in their own processes, and the median of rounds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../../build/auth/identity/passwords.js';
import { openDatabase } from '../../build/database/open-database.js';
import { nodeFlagsOf } from './node-flags.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A migrated database, `DATABASE_URL` if set and not to be `embedded`, and functions that start servers on it; `close`
 * deletes everything.
 */
export async function openStage({ embedded = false } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
  const database = await openDatabase({
    DATABASE_URL: embedded ? undefined : process.env.DATABASE_URL,
    DATA_DIR: dataDir,
  });
  const sql = new pg.Pool({
    connectionString: database.url,
    max: 4,
    options: '-c role=waybill_system',
  });
  sql.on('error', () => undefined);
  const children = [];
  const others = [];
  const pids = new Map();

  /** Runs a program that listens on the given port and answers on `ready`, with Waybill's `flags`; returns its URL. */
  async function serve(
    program,
    env = {},
    { args = [], cwd = root, ready = '/health/live', flags = nodeFlagsOf(root) } = {},
  ) {
    const port = await freePort();
    const child = spawn(process.execPath, [...flags, resolve(root, program), ...args], {
      cwd,
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        NODE_ENV: 'development',
        PORT: String(port),
        LOG_LEVEL: 'warn',
        RATE_LIMIT_PER_MINUTE: '10000000',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(child);
    const url = `http://127.0.0.1:${port}`;
    pids.set(url, child.pid);
    for (let attempt = 0; attempt < 1_200; attempt++) {
      if (child.exitCode !== null) throw new Error(`${program} did not start`);
      const answer = await fetch(url + ready).catch(() => undefined);
      if (answer?.ok) return url;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${program} did not answer`);
  }

  /** Another database on the same server; returns its URL. */
  async function addDatabase(name) {
    await asOwner(database.url, `create database ${name}`);
    others.push(name);
    return Object.assign(new URL(database.url), { pathname: name }).href;
  }

  async function close() {
    for (const child of children) {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    }
    for (const name of others) await asOwner(database.url, `drop database ${name} with (force)`);
    await sql.end();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }

  return { url: database.url, dataDir, sql, serve, addDatabase, pidOf: (url) => pids.get(url), close };
}

/** One statement as the owner of a database. */
export async function asOwner(databaseUrl, statement, values) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  return owner.query(statement, values).finally(() => owner.end());
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Of everybody who signs in here. */
export const password = 'plum tractor sings at noon';

async function post(serverUrl, path, body) {
  const response = await fetch(serverUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A person of that client, who signs in. @returns the access token */
export async function addPerson(stage, serverUrl, { organizationId, clientId, role }) {
  const userId = uuidv7();
  const email = `client-${userId}@example.org`;
  await stage.sql.query(
    `insert into users (id, email, name, password_hash, password_changed_at, created_at, updated_at)
     values ($1, $2, 'Bea Nook', $3, now(), now(), now())`,
    [userId, email, await hashPassword(password)],
  );
  await stage.sql.query(
    `insert into memberships (id, user_id, organization_id, client_id, role, created_at, updated_at)
     values ($1, $2, $3, $4, $5, now(), now())`,
    [uuidv7(), userId, organizationId, clientId, role],
  );
  return (await post(serverUrl, '/v1/auth/login', { email, password })).accessToken;
}

/** Creates an organization with `count` clients that may upload; signs in the first one's owner. */
export async function addTenant(stage, serverUrl, count = 1) {
  const email = `owner-${uuidv7()}@example.org`;
  const { membership, accessToken: dispatcherToken } = await post(serverUrl, '/v1/auth/signup', {
    organizationName: 'Swift Wheels',
    name: 'Ada Park',
    email,
    password,
  });
  const organizationId = membership.organization.id;
  const clientIds = Array.from({ length: count }, () => uuidv7());
  await stage.sql.query(
    `insert into clients (id, organization_id, company_name, status, allow_order_upload, default_depot_id, required_fields, created_at, updated_at)
     select c.id, $2, 'Book Nook', 'active', true, d.id, '{address.zip,recipient.name}', now(), now()
       from unnest($1::uuid[]) as c (id), depots d where d.organization_id = $2 and d.is_main`,
    [clientIds, organizationId],
  );
  const accessToken = await addPerson(stage, serverUrl, {
    organizationId,
    clientId: clientIds[0],
    role: 'owner',
  });
  return { organizationId, clientIds, clientId: clientIds[0], email, accessToken, dispatcherToken };
}

/**
 * Inserts `count` orders of the usual kinds for a client, one in fifty on a route. Ids are in the order of creation,
 * as the API creates them.
 */
export async function addOrders(stage, { organizationId, clientId }, count, statuses) {
  const ids = Array.from({ length: count }, () => uuidv7());
  for (let start = 0; start < count; start += 50_000) {
    await stage.sql.query(
      `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one, city, state, zip, country,
                           recipient_name, recipient_email, recipient_phone, products, package_count, created_at, updated_at)
       select o.id, $2, $3, c.default_depot_id, ($4::text[])[1 + o.n % cardinality($4::text[])], 'spreadsheet', o.id::text, o.n || ' 5th Avenue', 'New York', 'NY', '10018', 'US',
              'Reader ' || o.n, 'reader' || o.n || '@example.org', '+12125550142', '{Maps,Atlases}', 1 + o.n % 5, now(), now()
         from unnest($1::uuid[]) with ordinality as o (id, n), clients c where c.id = $3`,
      [ids.slice(start, start + 50_000), organizationId, clientId, statuses],
    );
  }
}

/** The requests per second of a target, after a warm-up; fails for any status but 2xx. */
export async function throughput({ seconds = 4, connections = 16, ...target }) {
  const result = await autocannon({ ...target, connections, duration: seconds });
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0) throw new Error(`${bad} requests to ${target.url} failed`);
  return result.requests.total / result.duration;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
