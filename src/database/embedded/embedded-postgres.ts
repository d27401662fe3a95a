import { mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { noteUser, tellOfLeftClusters } from './left-clusters.js';
import { PostmasterWatch } from './postmaster-watch.js';
import { LOGIN, openCluster, type Cluster } from './postgres-cluster.js';
import { ensurePostmaster, stopPostmaster, type Launch } from './postmaster.js';
import { errorCode, hold, listHolders, withLock } from './process-lock.js';

const ANSWER_TIMEOUT_MS = 60_000;

/** SQLSTATE classes that retrying cannot fix: wrong password, no such database, no connection left. */
const REFUSALS = /^(28|3D|53)/;

export interface EmbeddedPostgres {
  /** `postgresql://waybill:…@127.0.0.1:<port>/waybill`; the role is no superuser and owns the database. */
  url: string;
  /** False while the server is being restarted. */
  isUp(): boolean;
  /**
   * Releases the server and, unless another living process uses it, shuts it down and waits for its exit.
   * Close all connections first: it ends those that are open. May be called twice.
   */
  stop(): Promise<void>;
}

/**
 * Starts (or adopts) the PostgreSQL in `dataDir/postgres`, created on first use. Several processes may share
 * one `dataDir`; the last to stop shuts the server down. A server that outlived its killed process is
 * adopted, and one that dies is restarted at the same URL.
 * @throws an error that says what to do when PostgreSQL cannot run here
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log?: (message: string) => void;
  /** Called while a server that was not running starts. */
  waiting?: () => void;
}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const lock = join(dataDir, 'postgres.lock');

  return await withLock(lock, async () => {
    const cluster = await openCluster(dataDir, log);
    const server = await connectable(cluster, { log, waiting: options.waiting });
    const { url } = server;
    log(`PostgreSQL runs on ${new URL(url).host} (process ${server.pid}), data in ${cluster.home}`);
    await tellWhereDataLies(dataDir, cluster, log);

    const holder = await hold(join(cluster.home, 'holders'));
    const watch = new PostmasterWatch(server, log, (signal) =>
      withLock(lock, () => connectable(cluster, { log, port: server.port, signal }), holder),
    );
    const stop = async () => {
      watch.end();
      await withLock(lock, () => releaseAndStop(cluster, holder, log), holder);
    };
    let stopped: Promise<void> | undefined;
    return { url, isUp: () => watch.isUp, stop: () => (stopped ??= stop()) };
  });
}

async function tellWhereDataLies(dataDir: string, { home }: Cluster, log: (message: string) => void) {
  const link = join(dataDir, 'postgres');
  if (home !== link) {
    await noteUser(home, link);
    log(`The database lies outside ${dataDir}: copying that folder saves no data. Use npm run backup.`);
  }
  if (process.getuid?.() === 0) await tellOfLeftClusters(log);
}

async function releaseAndStop(
  cluster: Cluster,
  holder: string,
  log: (message: string) => void,
): Promise<void> {
  await rm(holder, { force: true });
  const others = await listHolders(dirname(holder));
  if (others.length > 0) {
    log(`PostgreSQL goes on running for process ${others.join(', ')}`);
    return;
  }
  await stopPostmaster(cluster);
  log('PostgreSQL stopped');
}

/**
 * Returns a server that accepts connections. One killed a moment ago still looks alive, so it is looked up
 * again.
 */
async function connectable(
  cluster: Cluster,
  launch: Launch,
): Promise<{ url: string; pid: number; port: number }> {
  const deadline = Date.now() + ANSWER_TIMEOUT_MS;
  for (;;) {
    const { pid, port } = await ensurePostmaster(cluster, launch);
    const url = `postgresql://${LOGIN}:${cluster.password}@127.0.0.1:${port}/${LOGIN}`;
    try {
      await connectOnce(url);
      return { url, pid, port };
    } catch (cause) {
      if (Date.now() < deadline && !REFUSALS.test(errorCode(cause) ?? '')) {
        await delay(50);
        continue;
      }
      throw new Error(
        `PostgreSQL runs as process ${pid} but does not let Waybill in: ${cause instanceof Error ? cause.message : String(cause)}. ` +
          'If its connections are used up, close some; otherwise stop that process and start again.',
        { cause },
      );
    }
  }
}

/** A successful login proves it is our server: in SCRAM both sides show that they know the password. */
async function connectOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } finally {
    await client.end().catch(() => undefined);
  }
}
