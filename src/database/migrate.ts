import { MikroORM } from '@mikro-orm/postgresql';
import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { StartError } from '../common/start-error.js';
import { openClient } from './connections/connections.js';
import { renumberForeignEvents } from './event-numbers.js';
import { migrationsFolder, ownerOrmConfig } from './mikro-orm.config.js';
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
    const applied = await migrateAlone(url);
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

async function migrateAlone(url: string): Promise<string[]> {
  const orm = await MikroORM.init(ownerOrmConfig(url));
  try {
    const executed = await orm.migrator.getExecuted();
    refuseUnknown(
      executed.map(({ name }) => name),
      await knownMigrations(),
    );
    const applied = await orm.migrator.up();
    return applied.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
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
