import { MikroORM } from '@mikro-orm/postgresql';
import { openClient } from './connections.js';
import { ownerOrmConfig } from './mikro-orm.config.js';

/** Processes that start together migrate one after the other; the later ones find nothing left to do. */
const migrationLock = 8_153;

/** Brings the database at `url` to the newest migration; returns the names of those it ran. */
export async function migrate(url: string): Promise<string[]> {
  const lock = openClient(url, 'migrations');
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    return await migrateAlone(url);
  } finally {
    await lock.end();
  }
}

async function migrateAlone(url: string): Promise<string[]> {
  const orm = await MikroORM.init(ownerOrmConfig(url));
  try {
    const applied = await orm.migrator.up();
    return applied.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}
