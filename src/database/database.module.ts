import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { CONFIG, type Config } from '../config.js';
import { BulkSql } from './sql/bulk-sql.js';
import { divideConnections } from './connections/connection-budget.js';
import { Database, WALLS, type Walls } from './database.js';
import { DATABASE_SERVER, DATABASE_URL, type DatabaseServer } from './database-url.js';
import { appOrmConfig } from './mikro-orm.config.js';
import { Pools } from './connections/pools.js';
import { stepBack } from './connections/step-back.js';
import { SystemSql } from './tenancy/system-sql.js';
import { Replica } from './replica/replica.js';
import { readsPool } from './tenancy/reads-pool.js';
import { TenantChanges } from './tenancy/tenant-changes.js';
import { TenantReads } from './tenancy/tenant-reads.js';

@Global()
@Module({
  providers: [
    { provide: WALLS, useValue: { filters: true, policies: true } satisfies Walls },
    {
      provide: Pools,
      inject: [DATABASE_URL, CONFIG],
      useFactory: (url: string, config: Config) =>
        new Pools(
          url,
          divideConnections(config.DATABASE_POOL_SIZE),
          config.DATABASE_DIRECT_URL !== undefined,
        ),
    },
    {
      provide: MikroORM,
      inject: [DATABASE_URL, Pools],
      useFactory: async (url: string, pools: Pools) => {
        const options = { url, poolSize: pools.sizes.writes, isPooled: pools.isPooled };
        const orm = await MikroORM.init(
          appOrmConfig({ ...options, onPool: (pool) => pools.adopt('writes', pool) }),
        );
        // Otherwise it opens its pool when it is first used itself.
        orm.driver.getConnection().getClient();
        return orm;
      },
    },
    {
      provide: Database,
      inject: [MikroORM, WALLS],
      useFactory: (orm: MikroORM, walls: Walls) => new Database(orm, walls),
    },
    {
      provide: SystemSql,
      inject: [Pools],
      useFactory: (pools: Pools) => new SystemSql(pools.open('system')),
    },
    {
      provide: BulkSql,
      inject: [Database, Pools, DATABASE_SERVER],
      useFactory: (db: Database, pools: Pools, server: DatabaseServer) => {
        const pool = pools.open('bulk');
        if (server.state() !== 'external') stepBack(pool);
        return new BulkSql(db, pool);
      },
    },
    {
      provide: Replica,
      inject: [CONFIG, Pools, SystemSql],
      useFactory: (config: Config, { sizes }: Pools, sql: SystemSql) =>
        config.DATABASE_REPLICA_URL === undefined
          ? null
          : new Replica(config.DATABASE_REPLICA_URL, sql, {
              reads: sizes.reads,
              seconds: config.DATABASE_REPLICA_LAG_SECONDS,
            }),
    },
    {
      provide: TenantChanges,
      inject: [Database, Pools],
      useFactory: (db: Database, pools: Pools) => new TenantChanges(db, pools.adoptedFor('writes')),
    },
    {
      provide: TenantReads,
      inject: [Database, Pools, Replica],
      useFactory: (db: Database, pools: Pools, replica: Replica | null) =>
        new TenantReads(db, pools.open('reads', readsPool), replica ?? undefined),
    },
  ],
  exports: [BulkSql, Database, Pools, Replica, SystemSql, TenantChanges, TenantReads],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
  }
}
