import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../build/database/embedded/embedded-postgres.js';
import { migrate } from '../../build/database/migrate.js';

/** Has to agree with `templateDatabase` in test-database.ts. */
const template = 'waybill_test_template';

/**
 * Makes the template on the server at `TEST_DATABASE_URL`, or starts one and sets that.
 * @returns what ends it again.
 */
export async function startTestPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  const { url, stop } = given ? { url: given, stop: async () => undefined } : await startOwn();
  process.env.TEST_DATABASE_URL = url;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${template}`);
  await client.query(`create database ${template}`);
  await client.end();
  const templateUrl = new URL(url);
  templateUrl.pathname = template;
  await migrate(templateUrl.href);
  return stop;
}

async function startOwn() {
  const dataDir = await mkdtemp(join(tmpdir(), 'waybill-test-'));
  const { url, stop } = await startEmbeddedPostgres({ dataDir });
  process.env.TEST_DATABASE_EMBEDDED = 'true';
  return {
    url,
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
