import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { entities } from './entities.js';
import { sendInPipeline } from './pipelined-client.js';
import { nobodyRole } from './tenancy.js';
import { TenantWrites } from './tenant-writes.js';

/** `dist/migrations` when built, the project's `migrations` when run from source. */
export const migrationsFolder =
  process.env.MIGRATIONS_DIR ??
  ['../migrations', '../../migrations']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));

const shared = {
  entities,
  extensions: [Migrator],
  logger: () => undefined,
  migrations: {
    path: migrationsFolder,
    snapshot: true,
    snapshotName: '.snapshot',
    emit: 'ts',
    allOrNothing: true,
  },
  validateRequired: true,
} satisfies Options;

/** Connections of the running system: each starts as a role that may do nothing. */
export function appOrmConfig(options: { url: string; poolSize: number }) {
  return defineConfig({
    ...shared,
    subscribers: [TenantWrites],
    clientUrl: options.url,
    pool: { min: 0, max: options.poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      pipeline: true,
      onPoolCreated: (pool: Pool) => pool.on('connect', sendInPipeline),
    },
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
