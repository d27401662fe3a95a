import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openCluster, type Cluster } from '../../src/database/embedded/postgres-cluster.js';
import { migrate } from '../../src/database/migrate.js';
import { eventually } from './eventually.js';
import { freePort } from './redis.js';

const run = promisify(execFile);
const replicaName = 'replica';

/** A PostgreSQL of its own, outside Waybill, as a hosted one is. */
export class OwnPostgres {
  private child?: ChildProcess;
  private settings: Record<string, string> = {};

  constructor(
    private readonly cluster: Cluster,
    private readonly port: number,
  ) {}

  get url(): string {
    return `postgresql://waybill:${this.cluster.password}@127.0.0.1:${this.port}/waybill`;
  }

  /** @param settings more of them, which it keeps */
  async start(settings: Record<string, string> = {}): Promise<void> {
    this.settings = { ...this.settings, ...settings };
    const { binaries, data, home, account } = this.cluster;
    const all = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      shared_buffers: '64MB',
      wal_keep_size: '512MB',
      ...this.settings,
    };
    const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const launch = () =>
      spawn(binaries.postgres, ['-D', data, '-p', String(this.port), ...args], {
        ...account,
        cwd: home,
        env: { LC_ALL: 'C' },
        stdio: 'ignore',
      });
    this.child = launch();
    await eventually(async () => {
      // What a killed one has left is in the way for a moment.
      if (this.child!.exitCode !== null) this.child = launch();
      return this.query('select 1').catch(() => undefined);
    }, 60);
  }

  /** One statement as the superuser, past every wall. */
  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({
      connectionString: await this.superuserUrl(),
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Fast shutdown, or at once, as a crash would. */
  async stop(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** A replica that goes on from where this one stands, which is stopped meanwhile. */
  async copyTo(folder: string): Promise<OwnPostgres> {
    await this.stop();
    const home = join(folder, replicaName);
    await run('cp', ['-a', this.cluster.home, home]);
    const replica = new OwnPostgres({ ...this.cluster, home, data: join(home, 'data') }, await freePort());
    await writeFile(join(home, 'data', 'standby.signal'), '');
    const { port, password } = new URL(await this.superuserUrl());
    await this.start();
    await replica.start({
      primary_conninfo: `host=127.0.0.1 port=${port} user=postgres password=${password} application_name=${replicaName}`,
    });
    return replica;
  }

  private async superuserUrl(): Promise<string> {
    const password = await readFile(join(this.cluster.home, 'postgres.password'), 'utf8');
    return `postgresql://postgres:${password}@127.0.0.1:${this.port}/waybill`;
  }
}

/** A primary with the newest schema, and a replica that streams from it. */
export interface Replication {
  primary: OwnPostgres;
  replica: OwnPostgres;
  /** Waits until the replica has all that the primary has. */
  caughtUp(): Promise<unknown>;
  close(): Promise<void>;
}

export async function startReplication(): Promise<Replication> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'waybill-replication-')));
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'primary'));
  const cluster = await openCluster(join(folder, 'primary'), () => undefined);
  const primary = new OwnPostgres(cluster, await freePort());
  await primary.start();
  await migrate(primary.url);
  const replica = await primary.copyTo(folder);
  const caughtUp = () =>
    eventually(async () => {
      const [{ place }] = (await primary.query<{ place: string }>(
        'select pg_current_wal_lsn()::text as place',
      )) as [{ place: string }];
      const [row] = await replica.query<{ isThere: boolean }>(
        'select pg_last_wal_replay_lsn() >= $1::pg_lsn as "isThere"',
        [place],
      );
      return row?.isThere || undefined;
    });
  return {
    primary,
    replica,
    caughtUp,
    close: async () => {
      await Promise.all([replica.stop('SIGKILL'), primary.stop('SIGKILL')]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
