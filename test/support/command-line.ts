import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleCommand } from '../../sdk/bundle-command.mjs';
import type { CreateApiKey } from '../../sdk/src/index.js';
import { eventually } from './eventually.js';
import { startTestApp, type TestApp } from './test-app.js';

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The command as people install it, in a configuration folder of its own. */
export class CommandLine {
  private readonly running: Running[] = [];

  private constructor(readonly folder: string) {}

  static async make(): Promise<CommandLine> {
    const folder = await mkdtemp(join(tmpdir(), 'waybill-command-'));
    await bundleCommand(join(folder, 'waybill.mjs'));
    return new CommandLine(folder);
  }

  /** The file of the sign-in. */
  get credentials(): string {
    return join(this.folder, 'config/waybill/credentials.json');
  }

  /** Changes what is kept of the sign-in. */
  async changeCredentials(change: (kept: { session: { accessToken: string; expiresAt: number } }) => void) {
    const kept = JSON.parse(await readFile(this.credentials, 'utf8')) as Parameters<typeof change>[0];
    change(kept);
    await writeFile(this.credentials, JSON.stringify(kept));
  }

  /** Runs a command line, as typed; quotes hold words together. */
  async run(line: string, options: { env?: Record<string, string>; input?: string } = {}): Promise<Ran> {
    const running = this.start(line, options.env);
    running.child.stdin.end(options.input ?? '');
    return running.ended;
  }

  /** The same, with a result that is JSON. */
  async json<T>(line: string, options: { env?: Record<string, string>; input?: string } = {}): Promise<T> {
    const { stdout, stderr } = await this.run(`${line} --json`, options);
    if (stdout === '') throw new Error(`waybill ${line} answered nothing: ${stderr}`);
    return JSON.parse(stdout) as T;
  }

  start(line: string, env: Record<string, string> = {}): Running {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
    const child = spawn(process.execPath, [join(this.folder, 'waybill.mjs'), ...words], {
      cwd: this.folder,
      env: { HOME: this.folder, XDG_CONFIG_HOME: join(this.folder, 'config'), TZ: 'UTC', ...env },
    });
    const running = new Running(child);
    this.running.push(running);
    return running;
  }

  /** Nothing of it stays, whatever went wrong. */
  remove(): Promise<void> {
    for (const { child } of this.running) child.kill('SIGKILL');
    return rm(this.folder, { recursive: true });
  }
}

/** A server, and the command beside it. */
export async function startWithCommand(
  options: Parameters<typeof startTestApp>[0] = {},
): Promise<{ app: TestApp; waybill: CommandLine; close: () => Promise<void> }> {
  const [app, waybill] = await Promise.all([startTestApp(options), CommandLine.make()]);
  const close = async () => {
    await waybill.remove();
    await app.close();
  };
  return { app, waybill, close };
}

/** What a command is told by its environment, to be whoever has the token, by a key of these scopes. */
export async function envOfKey(
  app: Pick<TestApp, 'url' | 'as'>,
  token: string,
  scopes: CreateApiKey['scopes'],
): Promise<Record<string, string>> {
  const { key } = await app.as(token).apiKeys.create({ name: 'Till', scopes });
  return { WAYBILL_URL: app.url, WAYBILL_API_KEY: key };
}

/** One process of the command. */
export class Running {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ran>;

  constructor(readonly child: ChildProcessWithoutNullStreams) {
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    // Nobody reads what a command that failed at once was to be told.
    child.stdin.on('error', () => undefined);
    this.ended = once(child, 'close').then(([status]) => ({
      status: status as number | null,
      stdout: this.stdout,
      stderr: this.stderr,
    }));
  }

  get lines(): string[] {
    return this.stdout.trimEnd().split('\n');
  }

  /** Waits until it has said this, on either way. */
  async says(text: string): Promise<void> {
    const said = () => this.stdout + this.stderr;
    await eventually(() => said().includes(text) || undefined).catch(() => {
      throw new Error(`It did not say “${text}”: ${said()}`);
    });
  }

  /** Ends it as Ctrl-C does. */
  interrupt(): Promise<Ran> {
    this.child.kill('SIGINT');
    return this.ended;
  }
}
