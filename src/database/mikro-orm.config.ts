import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { pooledOptions, poolOptions, withListeners } from './connections/connections.js';
import { entities } from './entities.js';
import { sendInPipeline } from './connections/pipelined-client.js';
import { migrationsFolder } from './migrations-folder.js';
import { TenantWrites } from './tenancy/tenant-writes.js';

const shared = {
  entities,
  extensions: [Migrator],
  logger: () => undefined,
  migrations: {
    path: migrationsFolder,
    snapshot: true,
    snapshotName: '.snapshot',
    // Only `migration:create` writes it; at startup it would cost reading the whole schema.
    snapshotOnMigrate: false,
    emit: 'ts',
    allOrNothing: true,
  },
  validateRequired: true,
  // Each names its tenant, which those of a batch do not; many rows are changed by statements of their own.
  useBatchUpdates: false,
} satisfies Options;

/** Connections of the running system: each starts with a role that has no rights. */
export function appOrmConfig(options: {
  url: string;
  poolSize: number;
  isPooled?: boolean;
  onPool?: (pool: Pool) => void;
}) {
  return defineConfig({
    ...shared,
    subscribers: [TenantWrites],
    clientUrl: options.url,
    driverOptions: {
      ...poolOptions(options.url, 'writes', options.poolSize),
      ...(options.isPooled && pooledOptions(options.url, 'writes')),
      pipeline: true,
      onPoolCreated: (pool: Pool) => {
        withListeners(pool).on('connect', sendInPipeline);
        options.onPool?.(pool);
      },
    },
  });
}

/** Connections as the owner, for migrations and restores only. */
export function ownerOrmConfig(
  url: string,
  { size = 2, onPool }: { size?: number; onPool?: (pool: Pool) => void } = {},
) {
  return defineConfig({
    ...shared,
    clientUrl: url,
    driverOptions: {
      ...poolOptions(url, 'migrations', size),
      onPoolCreated: (pool: Pool) => {
        withListeners(pool);
        onPool?.(pool);
      },
    },
  });
}

/** For the migration command line, which compares entities with the snapshot without connecting. */
export default ownerOrmConfig(process.env.DATABASE_URL ?? 'postgresql://localhost/waybill');
