import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../src/index.js';
import { Failure } from './failures.js';
import { exclusively } from './lock.js';
import { show } from './shown.js';
import type { Environment } from './terminal.js';

/** Somebody’s sign-in, as much of it as is kept. */
export type KeptSession = Pick<Session, 'accessToken' | 'refreshToken' | 'user' | 'membership'> & {
  /** When the access token ends, in milliseconds since 1970. */
  expiresAt: number;
};

/** Who is signed in, and where. */
export interface Credentials {
  url: string;
  /** An API key, or an access token that was given by itself. */
  token?: string;
  session?: KeptSession;
}

export function keptSession({
  accessToken,
  refreshToken,
  user,
  membership,
  expiresIn,
}: Session): KeptSession {
  return { accessToken, refreshToken, user, membership, expiresAt: Date.now() + expiresIn * 1_000 };
}

const fileName = 'credentials.json';

/** The file of the sign-in, which nobody else may read. */
export class CredentialStore {
  private readonly folder: string;
  readonly path: string;

  constructor(env: Environment) {
    this.folder = join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'waybill');
    this.path = join(this.folder, fileName);
  }

  /** @throws Failure when others may read it too, or it is damaged */
  async read(): Promise<Credentials | undefined> {
    const text = await this.text();
    if (text === undefined) return undefined;
    await this.assertPrivate();
    const kept = parsed(text);
    if (!kept) throw new Failure(show`${this.path} is damaged.`, show`Sign in again: waybill login.`);
    return kept;
  }

  /** Keeps it in place of what was there, wholly or not at all. */
  async write(credentials: Credentials): Promise<void> {
    await this.makeFolder();
    // A link to where people keep their settings stays one.
    const whole = await this.target();
    const part = `${whole}.${randomUUID()}`;
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(credentials, undefined, 2)}\n`);
      await file.sync();
      await file.close();
      await rename(part, whole);
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Takes it away, with what writes that were cut short have left. @returns what it was, whoever may have read it */
  async take(): Promise<Credentials | undefined> {
    const text = await this.text();
    await rm(await this.target(), { force: true });
    const names = (await readdir(this.folder)).filter(
      (one) => one === fileName || (one.startsWith(`${fileName}.`) && !one.startsWith(`${fileName}.lock`)),
    );
    for (const one of names) await rm(join(this.folder, one), { force: true });
    return text === undefined ? undefined : parsed(text);
  }

  /** @throws Failure when there can be none */
  async makeFolder(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await chmod(this.folder, 0o700);
    } catch (error) {
      throw new Failure(
        show`${this.folder} cannot be made (${(error as NodeJS.ErrnoException).code}).`,
        show`XDG_CONFIG_HOME names another folder.`,
      );
    }
  }

  /** Does the work while no other process changes the sign-in. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    await this.makeFolder();
    return exclusively(`${this.path}.lock`, work);
  }

  private target(): Promise<string> {
    return realpath(this.path).catch(() => this.path);
  }

  private async text(): Promise<string | undefined> {
    return readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw new Failure(show`${this.path} cannot be read (${error.code}).`);
    });
  }

  /** Windows has no such modes. */
  private async assertPrivate(): Promise<void> {
    if (process.platform === 'win32') return;
    const { mode } = await stat(this.path);
    if ((mode & 0o077) === 0) return;
    const given = (mode & 0o777).toString(8);
    throw new Failure(
      show`${this.path} may be read by others (mode ${given}), so it is not used.`,
      show`If nobody did: chmod 600 ${this.path}. Otherwise sign in again: waybill login.`,
    );
  }
}

function parsed(text: string): Credentials | undefined {
  try {
    const value = JSON.parse(text) as Partial<Credentials> | null;
    const isWhole =
      typeof value?.url === 'string' && (value.token ?? value.session?.refreshToken) !== undefined;
    return isWhole ? (value as Credentials) : undefined;
  } catch {
    return undefined;
  }
}
