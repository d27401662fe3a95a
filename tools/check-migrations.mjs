/**
 * Checks on a temporary PostgreSQL that the migrations create the tables that the entities describe, and that the
 * snapshot, from which the next migration is created, agrees. Migrations may add constraints and indexes.
 */
import { MikroORM } from '@mikro-orm/postgresql';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { root } from './project-node.mjs';

process.env.MIGRATIONS_DIR = join(root, 'build/migrations');
const { startEmbeddedPostgres } = await import('../build/database/embedded/embedded-postgres.js');
const { migrate } = await import('../build/database/migrate.js');
const { ownerOrmConfig } = await import('../build/database/mikro-orm.config.js');

/** One line for everything that must agree; `extra` is what only migrations may have. */
const parts = {
  columns: `select format('%s.%s %s%s%s', t.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                     case when a.attnotnull then ' not null' end, ' default ' || pg_get_expr(d.adbin, d.adrelid)) as line
              from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
              left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
             where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname <> 'mikro_orm_migrations'`,
  policies: `select format('%s policy %s %s to %s using %s check %s', tablename, policyname, cmd, roles, qual, with_check) as line
              from pg_policies where schemaname = 'public'`,
  security: `select format('%s row security %s forced %s', relname, relrowsecurity, relforcerowsecurity) as line
              from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'mikro_orm_migrations'`,
  indexes: `select indexdef as line from pg_indexes where schemaname = 'public' and tablename <> 'mikro_orm_migrations'`,
};
const extraAllowed = ['indexes'];

async function linesOf(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = {};
  for (const [part, sql] of Object.entries(parts))
    found[part] = new Set((await client.query(sql)).rows.map(({ line }) => line));
  await client.end();
  return found;
}

async function fromEntities(server) {
  const url = new URL(server);
  url.pathname = 'described';
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query('create database described');
  await client.end();
  const orm = await MikroORM.init(ownerOrmConfig(url.href));
  await orm.schema.create();
  await orm.close(true);
  return linesOf(url.href);
}

async function snapshotAgrees(server) {
  const config = ownerOrmConfig(server);
  config.migrations = { ...config.migrations, path: join(root, 'migrations') };
  const orm = await MikroORM.init(config);
  const missing = await orm.migrator.checkSchema();
  await orm.close(true);
  return !missing;
}

const dataDir = await mkdtemp(join(tmpdir(), 'waybill-migrations-'));
const server = await startEmbeddedPostgres({ dataDir });
const problems = [];
try {
  await migrate(server.url);
  const migrated = await linesOf(server.url);
  const described = await fromEntities(server.url);
  for (const part of Object.keys(parts)) {
    for (const line of described[part].difference(migrated[part])) problems.push(`missing   ${line}`);
    if (extraAllowed.includes(part)) continue;
    for (const line of migrated[part].difference(described[part])) problems.push(`left over ${line}`);
  }
  if (!(await snapshotAgrees(server.url))) problems.push('migrations/.snapshot.json is behind the entities');
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
if (problems.length > 0) {
  console.error(`The migrations do not make what the entities describe:\n  ${problems.join('\n  ')}`);
  console.error('Write the migration: npm run migration:create NAME');
  process.exit(1);
}
console.log('The migrations make what the entities describe.');
