import { MikroORM } from '@mikro-orm/postgresql';
import { ownerOrmConfig } from './mikro-orm.config.js';

/** Runs the migrations that the database at `url` has not seen; returns their names. */
export async function runMigrations(url: string): Promise<string[]> {
  const orm = await MikroORM.init(ownerOrmConfig(url));
  try {
    const applied = await orm.migrator.up();
    return applied.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}
