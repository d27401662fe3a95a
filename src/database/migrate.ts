import { MikroORM } from '@mikro-orm/postgresql';
import { ownerOrmConfig } from './mikro-orm.config.js';

/** Brings the database at `url` to the newest migration; returns the names of those it ran. */
export async function migrate(url: string): Promise<string[]> {
  const orm = await MikroORM.init(ownerOrmConfig(url));
  try {
    const applied = await orm.migrator.up();
    return applied.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}
