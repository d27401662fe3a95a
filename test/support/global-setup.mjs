import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../dist/database/migrate.js';
import { startEmbeddedPostgres } from '../../dist/database/embedded/embedded-postgres.js';
import { ensureRedis } from './ensure-redis.mjs';

/** Has to agree with `templateDatabase` in test-database.ts. */
const template = 'waybill_test_template';

/** One PostgreSQL for the run and one migrated template in it; every suite clones its own database from that. */
export default async function globalSetup() {
  ensureRedis();
  let server = process.env.TEST_DATABASE_URL;
  if (!server) {
    const dataDir = await mkdtemp(join(tmpdir(), 'waybill-test-'));
    const postgres = await startEmbeddedPostgres({ dataDir });
    server = postgres.url;
    process.env.TEST_DATABASE_EMBEDDED = 'true';
    globalThis.stopTestPostgres = async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    };
  }
  process.env.TEST_DATABASE_URL = server;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${template}`);
  await client.query(`create database ${template}`);
  await client.end();
  const url = new URL(server);
  url.pathname = template;
  await migrate(url.href);
}
