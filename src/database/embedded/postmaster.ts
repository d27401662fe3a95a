import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, readlink, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { programEnvironment, type Cluster } from './postgres-cluster.js';
import { POSTGRES_SETTINGS } from './postgres-settings.js';
import { errorCode, identifyProcess, ignoreMissing } from './process-lock.js';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 10;

/** What an earlier server leaves behind for a moment, or another program that was quicker to take the port. */
const PASSING = /shared memory block|lock file .* already exists|could not bind|Address already in use/;

const runFile = promisify(execFile);

/** A running server process. `status` is PostgreSQL's word: starting, ready, stopping. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/**
 * Returns the server that serves the cluster, starting one when there is none and waiting for one that is
 * starting, recovering or shutting down. Throws with the server's log.
 */
export async function ensurePostmaster(
  cluster: Cluster,
  log: (message: string) => void,
): Promise<Postmaster> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let launched: Launched | undefined;
  for (let waits = 1; Date.now() < deadline; waits++) {
    const running = await findPostmaster(cluster.data);
    if (running?.status === 'ready') return running;
    if (!running && (!launched || launched.ended)) {
      if (launched) await refuseUnlessPassing(cluster, launched.failure);
      launched = await launch(cluster);
    }
    if (waits % 500 === 0) log('Waiting for PostgreSQL, which is recovering or shutting down');
    await delay(POLL_MS);
  }
  throw new Error(
    `PostgreSQL was not ready after ${START_TIMEOUT_MS / 1000} s. It goes on in the background: start again to wait longer.\n` +
      (await readLog(cluster)),
  );
}

/** Fast shutdown: ends sessions, writes everything out. Returns when the process is gone. */
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

/** The living server of a data directory, from its pid file. Removes a pid file that would block a start. */
async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const file = join(data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  if (text === undefined) return undefined;
  const [pid, directory, , port, , , , status] = text.split('\n').map((line) => line.trim());
  if (!pid) {
    // Either a server is just writing it, or a power cut has emptied it.
    await delay(500);
    if ((await readFile(file, 'utf8').catch(ignoreMissing)) === '') await rm(file, { force: true });
    return undefined;
  }
  // A dead server's file is PostgreSQL's to judge: it also looks for sessions that outlived the server.
  if ((await identifyProcess(Number(pid))) === undefined) return undefined;
  if (!(await serves(Number(pid), directory ?? '', data))) {
    await rm(file, { force: true });
    return undefined;
  }
  return { pid: Number(pid), port: Number(port), status: status ?? 'starting' };
}

/**
 * Whether a process is the server of this directory, and not one that was given the pid later or the server
 * of the directory this one was copied from. A server's working directory is its data directory.
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

async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  const ps = await runFile('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => undefined);
  return ps && basename(ps.stdout.trim());
}

interface Launched {
  ended: boolean;
  /** Why the program could not be run at all. */
  failure: string;
}

async function launch(cluster: Cluster): Promise<Launched> {
  const { home, data, account, binaries } = cluster;
  const port = await choosePort(await lastPort(data));
  const settings = Object.entries(POSTGRES_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = await open(logFile(cluster), 'w', 0o600);
  try {
    // Detached: Ctrl-C in the terminal must reach Waybill, which stops the server after its own work.
    const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...settings], {
      ...account,
      cwd: home,
      env: programEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
    });
    const launched: Launched = { ended: false, failure: '' };
    child.once('exit', () => (launched.ended = true));
    child.once('error', (error) => Object.assign(launched, { ended: true, failure: error.message }));
    child.unref();
    return launched;
  } finally {
    await output.close();
  }
}

/** Keeping the port lets another process that still has the old URL reconnect after a crash. */
async function lastPort(data: string): Promise<number> {
  const options = await readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '');
  return Number(/"-p" "(\d+)"/.exec(options)?.[1] ?? 0);
}

/** The wanted port where it is free, otherwise any free one. */
async function choosePort(wanted: number): Promise<number> {
  const server = createServer();
  try {
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if (wanted === 0) throw error;
    return await choosePort(0);
  } finally {
    server.close();
  }
}

async function refuseUnlessPassing(cluster: Cluster, failure: string): Promise<void> {
  const output = failure || (await readLog(cluster));
  if (!PASSING.test(output)) {
    throw new Error(
      `PostgreSQL did not start. Mend what it names, or set DATABASE_URL to another server.\n${output}`,
    );
  }
  await delay(200);
}

async function signalPostmaster(cluster: Cluster, pid: number, signal: 'INT' | 'QUIT'): Promise<void> {
  // Windows has no signals: PostgreSQL's own tool speaks to the server there.
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
