import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import { fileURLToPath } from 'node:url';
import { entities } from './entities.js';
import { nobodyRole } from './tenancy.js';

/** Beside the sources and, built, beside the compiled ones. */
const migrationsFolder = process.env.MIGRATIONS_DIR ?? fileURLToPath(new URL('../../migrations', import.meta.url));

const shared = {
  entities,
  extensions: [Migrator],
  migrations: { path: migrationsFolder, snapshot: true, snapshotName: '.snapshot', emit: 'ts', allOrNothing: true },
  validateRequired: true,
} satisfies Options;

/** Connections of the running system: each starts as a role that may do nothing. */
export function appOrmConfig(options: { url: string; poolSize: number }) {
  return defineConfig({
    ...shared,
    clientUrl: options.url,
    pool: { min: 0, max: options.poolSize, idleTimeoutMillis: 30_000 },
    onCreateConnection: async (connection: unknown) => {
      await (connection as DatabaseConnection).executeQuery(CompiledQuery.raw(`set role ${nobodyRole}`));
    },
  });
}

/** The owner's connection, for migrations only. */
export function ownerOrmConfig(url: string) {
  return defineConfig({ ...shared, clientUrl: url, pool: { min: 0, max: 2 } });
}

/** For the migration command line; no connection is made to compare entities with the snapshot. */
export default ownerOrmConfig(process.env.DATABASE_URL ?? 'postgresql://localhost/waybill');
