import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openCluster } from '../../../build/database/embedded/postgres-cluster.js';
import { childrenOf, freePort, ownProcesses, signal } from './processes.mjs';

const readySeconds = 60;

/** One statement as the superuser, past every wall, on a connection of its own. */
async function asSuperuser({ home, port }, sql, values) {
  const password = await readFile(join(home, 'postgres.password'), 'utf8');
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/waybill`,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(sql, values);
    return rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A PostgreSQL outside Waybill, as a hosted one is, to be restarted and frozen under it. */
export class OwnPostgres {
  static async open(folder) {
    const postgres = new OwnPostgres();
    postgres.cluster = await openCluster(folder, () => undefined);
    postgres.port = await freePort();
    postgres.url = `postgresql://waybill:${postgres.cluster.password}@127.0.0.1:${postgres.port}/waybill`;
    await postgres.start();
    return postgres;
  }

  async start() {
    const { binaries, data, home, account } = this.cluster;
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=64MB'];
    const args = ['-D', data, '-p', String(this.port), ...settings.flatMap((setting) => ['-c', setting])];
    const child = spawn(binaries.postgres, args, {
      ...account,
      cwd: home,
      env: { LC_ALL: 'C' },
      stdio: 'ignore',
    });
    this.child = child;
    ownProcesses.add(child);
    child.once('exit', () => ownProcesses.delete(child));
    await answers(() => this.query('select 1'));
  }

  query(sql, values) {
    return asSuperuser({ home: this.cluster.home, port: this.port }, sql, values);
  }

  /** Fast shutdown: sessions are ended, everything is written out. */
  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGINT');
    await gone;
  }

  /** Leaves every one of its processes there, but deaf. */
  async freeze() {
    this.child.kill('SIGSTOP');
    this.frozen = await childrenOf(this.child.pid);
    for (const pid of this.frozen) signal(pid, 'SIGSTOP');
  }

  thaw() {
    for (const pid of this.frozen ?? []) signal(pid, 'SIGCONT');
    this.child.kill('SIGCONT');
    this.frozen = undefined;
  }

  async close() {
    if (this.frozen) this.thaw();
    await this.stop();
  }
}

/** The PostgreSQL that a server brings along in its data directory, seen from outside. */
export class EmbeddedPostgres {
  constructor(dataDir) {
    this.home = join(dataDir, 'postgres');
  }

  /** Pid and port, undefined when none runs. Its pid alone proves nothing: it may be another process's by now. */
  async running() {
    const data = await realpath(join(this.home, 'data')).catch(() => undefined);
    const file = await readFile(join(this.home, 'data/postmaster.pid'), 'utf8').catch(() => '');
    const [pid, , , port] = file.split('\n').map(Number);
    const directory = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return data !== undefined && directory === data ? { pid, port } : undefined;
  }

  async kill() {
    const running = await this.running();
    if (!running) throw new Error('The embedded PostgreSQL does not run.');
    signal(running.pid, 'SIGKILL');
  }

  async query(sql, values) {
    const running = await this.running();
    if (!running) throw new Error('The embedded PostgreSQL does not run.');
    return asSuperuser({ home: this.home, port: running.port }, sql, values);
  }

  /** Ends what a server that was killed has left running. */
  async close() {
    const left = await this.running();
    if (!left) return;
    signal(left.pid, 'SIGINT');
    for (let i = 0; i < 200 && (await this.running()); i += 1) await delay(50);
  }
}

async function answers(ask) {
  const deadline = performance.now() + readySeconds * 1000;
  for (;;) {
    const error = await ask().then(
      () => undefined,
      (reason) => reason,
    );
    if (!error) return;
    if (performance.now() > deadline) throw error;
    await delay(50);
  }
}
