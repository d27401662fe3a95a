import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { StartError } from '../common/start-error.js';
import { openClient } from './connections/connections.js';
import { renumberForeignEvents } from './event-numbers.js';
import { migrationsFolder } from './migrations-folder.js';
import { hasSearchIndex, makeSearchIndex } from './search-index.js';

/** Processes that start together migrate one after another; the later ones find nothing to do. */
const migrationLock = 8_153;
const lockPause = 250;

/**
 * Migrates the database at `url` to the newest version, and makes events that came from another server readable;
 * returns the names of the migrations it ran.
 * @throws StartError when a newer Waybill has already migrated it
 */
export async function migrate(
  url: string,
  log: (message: string) => void = () => undefined,
): Promise<string[]> {
  const lock = openClient(url, 'migrations', { query_timeout: 10_000 });
  await lock.connect();
  try {
    for (let tries = 0; !(await isTaken(lock)); tries += 1) {
      if (tries % 40 === 4) log('Waiting for another process that migrates the database');
      await delay(lockPause);
    }
    const applied = await migrateAlone(lock, url);
    if (!(await hasSearchIndex(lock))) await makeSearchIndex(url, log);
    await renumberForeignEvents(url);
    return applied;
  } finally {
    await lock.end();
  }
}

async function isTaken(lock: pg.Client): Promise<boolean> {
  const { rows } = await lock.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    migrationLock,
  ]);
  return rows[0]!.taken;
}

async function migrateAlone(lock: pg.Client, url: string): Promise<string[]> {
  if (await isMigrated(lock)) return [];
  // Loaded only where it has work to do: most starts do without.
  const { runMigrations } = await import('./run-migrations.js');
  return runMigrations(url);
}

/**
 * Whether the database has all migrations of this version.
 * @throws StartError when a newer Waybill has migrated it
 */
export async function isMigrated(client: pg.Client): Promise<boolean> {
  const [executed, known] = await Promise.all([executedMigrations(client), knownMigrations()]);
  refuseUnknown(executed, known);
  return known.every((name) => executed.includes(name));
}

async function executedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query<{ found: boolean }>(
    `select to_regclass('mikro_orm_migrations') is not null as found`,
  );
  if (!found[0]!.found) return [];
  const { rows } = await client.query<{ name: string }>('select name from mikro_orm_migrations order by id');
  return rows.map(({ name }) => name);
}

/** The names of all migrations of this version, oldest first. */
export async function knownMigrations(): Promise<string[]> {
  const files = await readdir(migrationsFolder ?? '');
  return files
    .filter((file) => /^Migration\w+\.(js|ts)$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** @throws StartError naming the executed migrations that this version does not know */
export function refuseUnknown(executed: string[], known: string[], what = 'The database'): void {
  const unknown = executed.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StartError(
    `${what} was migrated by a newer Waybill: this one does not know ${unknown.join(', ')}. ` +
      'Use the newer version, or a backup made before.',
  );
}
