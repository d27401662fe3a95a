import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartError } from '../common/start-error.js';
import { secretFile, type Config } from '../config.js';
import { openServer } from '../database/open-database.js';
import { audienceRoles } from '../database/tenancy/tenancy.js';
import { DiskFileStore } from '../files/disk-file-store.js';
import { opened } from '../files/opened.js';
import { ArchiveWriter, existing } from './archive-writer.js';
import { fileEntry, manifestName, secretName, tableEntry, type Manifest } from './manifest.js';
import { connected } from './connection.js';
import { columnList, migrationsOf, tablesOf } from './tables.js';

/**
 * Saves one snapshot of the database and the stored files in one archive, while the system is running. Files in
 * a bucket are not copied. Returns the manifest.
 * @throws StartError; then no file is left
 */
export async function makeBackup(path: string, config: Config, signal?: AbortSignal): Promise<Manifest> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw existing(path);
  const server = await openServer(config, () => undefined);
  const archive = new ArchiveWriter(path);
  try {
    const saved: Manifest = {
      format: 1,
      madeAt: new Date().toISOString(),
      ...(await connected(server.directUrl, (client) => saveTables(client, archive), signal)),
      files: await saveFiles(config, archive),
      secret: await saveSecret(config, archive),
    };
    signal?.throwIfAborted();
    await archive.finish(manifestName, Buffer.from(JSON.stringify(saved, null, 2)));
    return saved;
  } catch (error) {
    await archive.discard();
    throw error;
  } finally {
    await server.close();
  }
}

/** Copies all tables from one snapshot, as the role that may read every row. */
async function saveTables(
  client: pg.Client,
  archive: ArchiveWriter,
): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  await client.query('begin isolation level repeatable read read only');
  const tables = await tablesOf(client);
  if (tables.length === 0) throw new StartError('There is nothing to save: this database holds no tables.');
  await client.query(
    `lock table ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')} in access share mode`,
  );
  const migrations = await migrationsOf(client);
  await client.query(`set local role ${audienceRoles.system}`);
  const saved: Manifest['tables'] = [];
  for (const { name, columns } of tables) {
    const rows = client.query(copyTo(`copy ${pg.escapeIdentifier(name)} (${columnList(columns)}) to stdout`));
    const { size, lines, sha256 } = await archive.add(tableEntry(name), rows);
    if (lines !== rows.rowCount) throw new Error(`${lines} rows of ${name} were read, not ${rows.rowCount}`);
    saved.push({ name, columns, rows: lines, size, sha256 });
  }
  await client.query('commit');
  return { migrations, tables: saved };
}

/** Stored files never change, so reading them after the snapshot finds all that it refers to. */
async function saveFiles(config: Config, archive: ArchiveWriter): Promise<Manifest['files']> {
  if (config.STORAGE_URL) return { kept: 'in the bucket', bucket: config.STORAGE_URL.bucket };
  const store = new DiskFileStore(join(config.DATA_DIR, 'files'));
  const list: (Manifest['files'] & { kept: 'here' })['list'] = [];
  for (const key of await store.keys()) {
    const content = await opened(store.read(key));
    // It was deleted in the meantime.
    if (!content) continue;
    const { size, sha256 } = await archive.add(fileEntry(key), content);
    list.push({ key, size, sha256 });
  }
  return { kept: 'here', list };
}

/** Saves the secret stored beside the data: without it, links that were sent would stop working. */
async function saveSecret(
  { DATA_DIR, JWT_SECRET }: Config,
  archive: ArchiveWriter,
): Promise<Manifest['secret']> {
  const kept = await readFile(secretFile(DATA_DIR)).catch(() => undefined);
  if (kept?.toString().trim() !== JWT_SECRET) return null;
  const { size, sha256 } = await archive.add(secretName, Readable.from([kept]));
  return { size, sha256 };
}
