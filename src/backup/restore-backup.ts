import { MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartError } from '../common/start-error.js';
import { secretFile, type Config } from '../config.js';
import { knownMigrations, migrate, refuseUnknown } from '../database/migrate.js';
import { ownerOrmConfig } from '../database/mikro-orm.config.js';
import { openServer } from '../database/open-database.js';
import type { FileStore } from '../files/file-store.js';
import { openFileStore } from '../files/files.module.js';
import { ArchiveReader } from './archive-reader.js';
import { breaking } from './connection.js';
import { fileEntry, secretName, tableEntry, type Manifest } from './manifest.js';
import { columnList, forceWalls, setSequences, tablesOf, type Table } from './tables.js';

/**
 * Restores a backup into an empty database and the file store; after a failure the database is still empty. The
 * whole archive is verified first. Returns the manifest.
 * @throws StartError
 */
export async function restoreBackup(path: string, config: Config, signal?: AbortSignal): Promise<Manifest> {
  const archive = await ArchiveReader.open(path);
  try {
    const { migrations, files } = archive.manifest;
    refuseUnknown(migrations, await knownMigrations(), path);
    if (files.kept !== 'here' && !config.STORAGE_URL)
      throw new StartError(
        `The files of this backup are in the bucket ${files.bucket}: set STORAGE_URL to it.`,
      );
    const store = await openFileStore(config);
    const server = await openServer(config, () => undefined);
    try {
      await fill(server.directUrl, archive, signal, async () => {
        await restoreFiles(archive, store, signal);
        await restoreSecret(archive, config);
      });
      await migrate(server.directUrl);
    } finally {
      await server.close();
    }
    return archive.manifest;
  } finally {
    archive.close();
  }
}

/** In one transaction: runs the archive's migrations, copies the rows, then calls `rest`. */
async function fill(
  url: string,
  archive: ArchiveReader,
  signal: AbortSignal | undefined,
  rest: () => Promise<void>,
): Promise<void> {
  let client!: pg.Client;
  // A single connection, so that COPY runs in the transaction.
  const orm = await MikroORM.init(
    ownerOrmConfig(url, {
      size: 1,
      onPool: (pool) => pool.on('connect', (connection) => (client = connection as never as pg.Client)),
    }),
  );
  const cut = () => breaking(client)();
  try {
    const executed = await orm.migrator.getExecuted();
    signal?.addEventListener('abort', cut);
    await orm.em.transactional(async (em) => {
      const found = await tablesOf(client);
      if (found.length > 0 || executed.length > 0) throw notEmpty(client, found);
      const { migrations } = archive.manifest;
      await orm.migrator.up({ migrations, transaction: em.getTransactionContext<Kysely<unknown>>() });
      await fillTables(client, archive);
      await rest();
      signal?.throwIfAborted();
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', cut);
    await orm.close().catch(() => undefined);
  }
}

async function fillTables(client: pg.Client, archive: ArchiveReader): Promise<void> {
  const tables = await tablesOf(client);
  await forceWalls(client, tables, false);
  for (const table of tables) {
    const saved = archive.manifest.tables.find(({ name }) => name === table.name);
    if (!saved || saved.columns.toSorted().join() !== table.columns.toSorted().join())
      throw new StartError(
        `The backup does not agree with its own migrations about the table ${table.name}.`,
      );
    const into = client.query(
      copyFrom(`copy ${pg.escapeIdentifier(table.name)} (${columnList(saved.columns)}) from stdin`),
    );
    await pipeline(await archive.read(tableEntry(table.name)), into);
    if (into.rowCount !== saved.rows)
      throw new StartError(`${into.rowCount} of ${saved.rows} rows of ${table.name} could be restored.`);
  }
  await setSequences(client);
  await forceWalls(client, tables, true);
  await client.query('analyze');
}

async function restoreFiles(archive: ArchiveReader, store: FileStore, signal?: AbortSignal): Promise<void> {
  const { files } = archive.manifest;
  if (files.kept !== 'here') return;
  for (const { key, size, sha256 } of files.list) {
    signal?.throwIfAborted();
    const stored = await store.put(key, await archive.read(fileEntry(key)), { maxBytes: size });
    if (stored.sha256 !== sha256) throw new StartError(`The file ${key} could not be restored to the byte.`);
  }
}

/** Only if the environment sets none. Replacing the current one is safe: nobody is signed in to an empty database. */
async function restoreSecret(archive: ArchiveReader, { DATA_DIR, JWT_SECRET }: Config): Promise<void> {
  if (!archive.manifest.secret) return;
  const file = secretFile(DATA_DIR);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept?.trim() !== JWT_SECRET) return;
  await writeFile(`${file}.part`, await archive.text(secretName), { mode: 0o600, flush: true });
  await rename(`${file}.part`, file);
}

function notEmpty({ host, database }: pg.Client, tables: Table[]): StartError {
  return new StartError(
    `The database "${database}" on ${host} is not empty: it holds ${tables.length} tables. ` +
      'Restore into an empty one: set DATA_DIR to a new folder, or DATABASE_URL to a new database.',
  );
}
