import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { CONFIG, type Config } from '../config.js';
import { BulkSql } from './bulk-sql.js';
import { Database, WALLS, type Walls } from './database.js';
import { DATABASE_URL } from './database-url.js';
import { appOrmConfig } from './mikro-orm.config.js';
import { SystemSql } from './system-sql.js';
import { TenantReads } from './tenant-reads.js';

@Global()
@Module({
  providers: [
    { provide: WALLS, useValue: { filters: true, policies: true } satisfies Walls },
    {
      provide: MikroORM,
      inject: [DATABASE_URL, CONFIG],
      useFactory: (url: string, config: Config) =>
        MikroORM.init(appOrmConfig({ url, poolSize: config.DATABASE_POOL_SIZE })),
    },
    {
      provide: Database,
      inject: [MikroORM, WALLS],
      useFactory: (orm: MikroORM, walls: Walls) => new Database(orm, walls),
    },
    {
      provide: SystemSql,
      inject: [DATABASE_URL, CONFIG],
      useFactory: (url: string, config: Config) =>
        new SystemSql(url, Math.max(2, Math.ceil(config.DATABASE_POOL_SIZE / 3))),
    },
    {
      provide: BulkSql,
      inject: [Database, DATABASE_URL],
      useFactory: (db: Database, url: string) => new BulkSql(db, url),
    },
    {
      provide: TenantReads,
      inject: [Database, DATABASE_URL, CONFIG],
      useFactory: (db: Database, url: string, config: Config) =>
        new TenantReads(db, url, Math.max(2, Math.ceil(config.DATABASE_POOL_SIZE / 3))),
    },
  ],
  exports: [BulkSql, Database, SystemSql, TenantReads],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
  }
}
