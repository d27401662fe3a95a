import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { AppModule } from '../../src/app.module.js';
import { loadConfig } from '../../src/config.js';
import { configureApp, httpAdapter } from '../../src/configure-app.js';
import { WALLS, type Walls } from '../../src/database/database.js';
import { assertEventsFit } from './event-check.js';
import { checkedFetch } from './contract.js';
import { assertOneOrganization, watchStatements } from './statements/organization-check.js';
import { createTestDatabase, settingsFor, type TestDatabase } from './test-database.js';

watchStatements();

export interface TestApp {
  url: string;
  dataDir: string;
  database: TestDatabase;
  nest: INestApplicationContext;
  /** An SDK client whose answers are all held to the OpenAPI document; it repeats nothing by itself. */
  as(token?: string): Waybill;
  close(): Promise<void>;
}

interface TestAppOptions {
  env?: Record<string, string>;
  walls?: Walls;
  database?: TestDatabase;
  port?: number;
  /** Whether every statement of a tenant has to be of one organization; not where a spec sends its own. */
  watched?: boolean;
}

/** The whole server, on a free port unless one is given, with a database of its own or, as a second process, that of another. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const watched = options.watched ?? options.walls?.filters ?? true;
  const database = options.database ?? (await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'waybill-app-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    DATABASE_POOL_SIZE: '9',
    ...settingsFor(database),
    ...options.env,
  });
  const builder = Test.createTestingModule({ imports: [AppModule.with(config, config.DATABASE_URL!)] });
  if (options.walls) builder.overrideProvider(WALLS).useValue(options.walls);
  const nest = (await builder.compile()).createNestApplication<NestFastifyApplication>(httpAdapter(config), {
    logger: false,
  });
  await configureApp(nest);
  await nest.listen(options.port ?? 0, '127.0.0.1');
  const url = (await nest.getUrl()).replace('[::1]', '127.0.0.1');
  const close = async () => {
    // A connection that is kept for requests, or was only opened for one, would be waited for until it ends by itself.
    const sweep = setInterval(() => nest.getHttpServer().closeAllConnections(), 50);
    await nest.close().finally(() => clearInterval(sweep));
    try {
      assertOneOrganization({ watched });
      await assertEventsFit(database);
    } finally {
      if (!options.database) await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    }
  };
  let closed: Promise<void> | undefined;
  return {
    url,
    dataDir,
    database,
    nest,
    as: (token) => new Waybill({ baseUrl: url, token, fetch: checkedFetch, maxRetries: 0 }),
    close: () => (closed ??= close()),
  };
}
