/** A server for a measurement: built code, embedded PostgreSQL, one client that may upload. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openAsBlob, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../../build/database/embedded/embedded-postgres.js';
import { nodeFlagsOf } from './node-flags.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const MiB = 1024 * 1024;

/**
 * @param options.folder the checkout that is run; this one without it
 * @param options.program what of it is run
 * @param options.embedded the server runs its database itself, as it does where none is configured
 * @param options.probe a module to preload into the server, which answers the messages of `ask`
 * @returns the running server; `stop` stops it and its database and deletes their files
 */
export async function startServer({
  folder = root,
  program = 'dist/main.js',
  env = {},
  embedded = false,
  probe,
} = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
  const postgres = embedded ? undefined : await startEmbeddedPostgres({ dataDir });
  const port = await freePort();
  const secret = randomBytes(24).toString('hex');
  const launch = async (port) => {
    const preload = probe ? ['--expose-gc', '--import', join(root, probe)] : [];
    const child = spawn(process.execPath, [...nodeFlagsOf(folder), ...preload, join(folder, program)], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        JWT_SECRET: secret,
        LOG_LEVEL: 'warn',
        DATA_DIR: dataDir,
        ...(postgres && { DATABASE_URL: postgres.url }),
        PORT: String(port),
        HOST: '127.0.0.1',
        RATE_LIMIT_PER_MINUTE: '10000000',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit', ...(probe ? ['ipc'] : [])],
    });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    try {
      await ready(urlOf(port), child);
    } catch (error) {
      child.kill('SIGKILL');
      await exited;
      throw error;
    }
    return { child, exited };
  };
  const clear = async () => {
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  let running;
  try {
    running = await launch(port);
  } catch (error) {
    await clear();
    throw error;
  }
  const others = [];
  return {
    url: urlOf(port),
    dataDir,
    databaseUrl: postgres?.url,
    get pid() {
      return running.child.pid;
    },
    ask: async (question) => {
      const answer = once(running.child, 'message');
      running.child.send(question);
      return (await answer)[0];
    },
    kill: async () => {
      running.child.kill('SIGKILL');
      await running.exited;
    },
    restart: async () => {
      running = await launch(port);
    },
    /** Starts another process on the same database; returns its URL. */
    addProcess: async () => {
      const port = await freePort();
      others.push(await launch(port));
      return urlOf(port);
    },
    stop: async () => {
      for (const { child } of [running, ...others]) child.kill('SIGTERM');
      await Promise.all([running, ...others].map(({ exited }) => exited));
      await clear();
    },
  };
}

const urlOf = (port) => `http://127.0.0.1:${port}`;

async function ready(url, child) {
  for (let i = 0; i < 600; i += 1) {
    if (child.exitCode !== null) throw new Error('The server did not start');
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  throw new Error('The server does not answer');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** One JSON request; throws the server's error. */
export async function call(url, method, path, { token, body } = {}) {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
    },
    body: body instanceof FormData ? body : body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** Uploads a spreadsheet of orders; returns its import once that has ended. */
export async function importFile(url, token, path) {
  const body = new FormData();
  body.append('file', await openAsBlob(path), 'orders.csv');
  const { id } = await call(url, 'POST', '/v1/order-imports', { token, body });
  for (;;) {
    const imported = await call(url, 'GET', `/v1/order-imports/${id}`, { token });
    if (imported.finishedAt !== null) return imported;
    await delay(25);
  }
}

/** Creates an organization with a client that may upload; returns the access tokens of both and the client's sign-in. */
export async function addTenant(url) {
  const password = 'plum tractor sings at noon';
  const email = (who) => `${who}-${randomBytes(6).toString('hex')}@example.org`;
  const owner = await call(url, 'POST', '/v1/auth/signup', {
    body: { organizationName: 'Swift Wheels', name: 'Ada Park', email: email('owner'), password },
  });
  const { invitation, id } = await call(url, 'POST', '/v1/clients', {
    token: owner.accessToken,
    body: { companyName: 'Book Nook', allowOrderUpload: true, invitation: { channel: 'link' } },
  });
  const login = { email: email('client'), password };
  const session = await call(url, 'POST', '/v1/invitations/accept', {
    body: { token: new URL(invitation.url).searchParams.get('token'), name: 'Bo Nook', ...login },
  });
  return {
    organizationId: owner.membership.organization.id,
    clientId: id,
    dispatcher: owner.accessToken,
    client: session.accessToken,
    login,
  };
}

/** Current and peak resident memory of a process in bytes. Linux only. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]) * 1024;
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
}

/** Processor seconds a process has used. Linux only. */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Resets the peak memory of a process. */
export function resetPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
