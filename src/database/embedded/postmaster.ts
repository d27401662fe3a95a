import { execFile, spawn } from 'node:child_process';
import { open, readFile, readlink, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dataArgument, programEnvironment, type Cluster } from './postgres-cluster.js';
import { choosePort } from './postgres-port.js';
import { POSTGRES_SETTINGS } from './postgres-settings.js';
import { errorCode, identifyProcess, ignoreMissing } from './process-lock.js';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 10;

/** Start errors worth a retry: remains of an earlier server, or another program that took the port first. */
const PASSING = /shared memory block|lock file .* already exists|could not bind|Address already in use/;

const runFile = promisify(execFile);

/** First line of a pid file; negative for a server in single-user mode. */
const PID = /^-?[1-9]\d{0,8}$/;

/** A running server process. `status` is PostgreSQL's own: starting, ready, stopping. */
interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/** How to start a server. */
export interface Launch {
  log: (message: string) => void;
  /** The port that other processes already use. */
  port?: number;
  signal?: AbortSignal;
  /** Called while the server that was launched starts. */
  waiting?: () => void;
}

/**
 * Returns the server of the cluster: starts one when there is none, waits for one that is starting,
 * recovering or shutting down. When aborted, it stops what it started.
 * @throws Error with the server's log
 */
export async function ensurePostmaster(
  cluster: Cluster,
  { log, port, signal, waiting }: Launch,
): Promise<Postmaster> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let launched: Launched | undefined;
  for (let waits = 1; Date.now() < deadline; waits++) {
    if (signal?.aborted) {
      if (launched && !launched.ended) launched.end();
      signal.throwIfAborted();
    }
    const running = await findPostmaster(cluster.data);
    if (running?.status === 'ready') return running;
    if (!running && (!launched || launched.ended)) {
      if (launched) await refuseUnlessPassing(cluster, launched.failure);
      launched = await launch(cluster, port);
      waiting?.();
    }
    if (waits % 500 === 0) log('Waiting for PostgreSQL, which is recovering or shutting down');
    await delay(POLL_MS);
  }
  throw new Error(
    `PostgreSQL was not ready after ${START_TIMEOUT_MS / 1000} s. It goes on in the background: start again to wait longer.\n` +
      (await readLog(cluster)),
  );
}

/** Fast shutdown: ends sessions and writes everything to disk. Resolves when the process has exited. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = await findPostmaster(cluster.data);
  const identity = running && (await identifyProcess(running.pid));
  if (!running || identity === undefined) return;
  for (const signal of ['INT', 'QUIT'] as const) {
    await signalPostmaster(cluster, running.pid, signal);
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if ((await identifyProcess(running.pid)) !== identity) return;
      await delay(POLL_MS);
    }
  }
  throw new Error(
    `PostgreSQL (process ${running.pid}) does not stop. Look at ${logFile(cluster)}, then end it yourself.`,
  );
}

/**
 * Finds the running server of a data directory by its pid file. Removes a pid file that would block a start.
 */
async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const file = join(data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  if (text === undefined) return undefined;
  const [pid, directory, , port, , , , status] = text.split('\n').map((line) => line.trim());
  if (!PID.test(pid ?? '')) {
    // Either a server is writing it right now, or it was damaged by a power cut or by hand.
    await delay(500);
    if ((await readFile(file, 'utf8').catch(ignoreMissing)) === text) await rm(file, { force: true });
    return undefined;
  }
  // PostgreSQL itself checks a dead server's file, because it also looks for sessions that outlived the
  // server, and the file of a single-user server, which somebody uses to repair the data.
  if (Number(pid) < 0 || (await identifyProcess(Number(pid))) === undefined) return undefined;
  if (await isExiting(Number(pid))) return undefined;
  if (!(await serves(Number(pid), directory ?? '', data))) {
    await rm(file, { force: true });
    return undefined;
  }
  return { pid: Number(pid), port: Number(port), status: status ?? 'starting' };
}

/**
 * Whether a process is the server of this directory, and neither a later process with the same pid nor the
 * server of the directory this one was copied from. A server's working directory is its data directory.
 */
async function serves(pid: number, recorded: string, data: string): Promise<boolean> {
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (directory !== undefined) return directory === data;
  const command = await commandOf(pid);
  if (command !== undefined && !command.startsWith('postgres')) return false;
  if (recorded === data) return true;
  throw new Error(
    `${data} says that process ${pid} serves it as ${recorded}. If it was moved, stop that process; ` +
      `if it is a copy, delete ${join(data, 'postmaster.pid')}. Then start again.`,
  );
}

/** A killed process is still listed for a moment, but no longer has a working directory. */
async function isExiting(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return readlink(`/proc/${pid}/cwd`).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ESRCH',
  );
}

async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  const ps = await runFile('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => undefined);
  return ps && basename(ps.stdout.trim());
}

interface Launched {
  ended: boolean;
  end: () => void;
  /** Why the program could not be started at all. */
  failure: string;
}

async function launch(cluster: Cluster, wanted?: number): Promise<Launched> {
  const { data, account, binaries } = cluster;
  const port = wanted ?? (await choosePort(data));
  const settings = Object.entries(POSTGRES_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = await open(logFile(cluster), 'w', 0o600);
  try {
    // Detached, so that Ctrl-C reaches only Waybill, which stops the server after finishing its own work.
    const child = spawn(binaries.postgres, ['-D', dataArgument(cluster), '-p', String(port), ...settings], {
      ...account,
      cwd: data,
      env: programEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
    });
    const launched: Launched = { ended: false, failure: '', end: () => child.kill('SIGINT') };
    child.once('exit', () => (launched.ended = true));
    child.once('error', (error) => Object.assign(launched, { ended: true, failure: error.message }));
    child.unref();
    return launched;
  } finally {
    await output.close();
  }
}

async function refuseUnlessPassing(cluster: Cluster, failure: string): Promise<void> {
  const output = failure || (await readLog(cluster));
  if (!PASSING.test(output)) {
    throw new Error(
      `PostgreSQL did not start. Fix what it names, or set DATABASE_URL to another server.\n${output}`,
    );
  }
  await delay(200);
}

async function signalPostmaster(cluster: Cluster, pid: number, signal: 'INT' | 'QUIT'): Promise<void> {
  // Windows has no signals: PostgreSQL's own tool stops the server there.
  if (process.platform === 'win32') {
    await runFile(cluster.binaries.pgCtl, ['kill', signal, String(pid)]);
    return;
  }
  try {
    process.kill(pid, `SIG${signal}`);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function logFile(cluster: Cluster): string {
  return join(cluster.home, 'server.log');
}

async function readLog(cluster: Cluster): Promise<string> {
  const text = await readFile(logFile(cluster), 'utf8').catch(() => '');
  return `${logFile(cluster)}: ${text.slice(-2000).trim() || '(empty)'}`;
}
