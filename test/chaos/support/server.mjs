import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Caller } from './caller.mjs';
import { ownProcesses } from './processes.mjs';

/** Four of them may start at once, on a machine that has more to do. */
const startSeconds = 180;
/** A process that has not stopped by then is killed, so that the run goes on. */
const stopSeconds = 60;

/** A built program as a process of its own, started again as often as wanted. */
class Program {
  /** How it ended when nobody asked it to. */
  unasked = [];

  constructor(program, { name, folder, env }) {
    this.program = fileURLToPath(new URL(`../../../dist/${program}.js`, import.meta.url));
    this.env = { PATH: process.env.PATH, ...env };
    this.logFile = join(folder, `${name}.log`);
  }

  get pid() {
    return this.child.pid;
  }

  get isRunning() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async start() {
    const log = createWriteStream(this.logFile, { flags: 'a' });
    const child = spawn(process.execPath, [this.program], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    ownProcesses.add(child);
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.asked = false;
    child.once('exit', (status, signal) => {
      ownProcesses.delete(child);
      if (!this.asked) this.unasked.push(status ?? signal);
    });
    await this.becomesReady();
  }

  async lastWords() {
    return (await readFile(this.logFile, 'utf8').catch(() => '')).slice(-600).trim();
  }

  /** As a supervisor does; that it was needed is told by `unasked`. */
  async restartIfGone() {
    if (!this.isRunning) await this.start();
  }

  /** @returns how many seconds it took to leave, and with which status */
  async stop() {
    const since = performance.now();
    const status = await this.end('SIGTERM');
    return { seconds: (performance.now() - since) / 1000, status };
  }

  kill() {
    return this.end('SIGKILL');
  }

  async end(signal) {
    const { child } = this;
    this.asked = true;
    if (!this.isRunning) return child.exitCode ?? child.signalCode;
    const gone = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000);
    const [status, by] = await gone;
    clearTimeout(late);
    return status ?? by;
  }
}

/** The API, always on the same port. */
export class Server extends Program {
  constructor({ port, folder, name = 'server', env }) {
    const url = `http://127.0.0.1:${port}`;
    super('main', {
      name,
      folder,
      env: { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, ...env },
    });
    this.port = port;
    this.url = url;
  }

  async becomesReady() {
    const caller = new Caller(this.url);
    const deadline = performance.now() + startSeconds * 1000;
    try {
      while (performance.now() < deadline) {
        if (!this.isRunning) throw new Error(`The server did not start: ${await this.lastWords()}`);
        if ((await caller.ask('GET', '/health/ready')).kind === 'done') return;
        await delay(50);
      }
    } finally {
      caller.close();
    }
    throw new Error(`The server was not ready after ${startSeconds} s: ${await this.lastWords()}`);
  }
}

/** A process that only runs jobs. */
export class Worker extends Program {
  constructor(options) {
    super('worker', options);
  }

  async becomesReady() {
    const { child } = this;
    const said = new Promise((resolve) => {
      child.stdout.on('data', (text) => String(text).includes('Waybill runs jobs') && resolve(true));
    });
    const [ended, late] = [once(child, 'exit').then(() => false), delay(startSeconds * 1000, false)];
    if (!(await Promise.race([said, ended, late])))
      throw new Error(`The worker did not start: ${await this.lastWords()}`);
  }
}
