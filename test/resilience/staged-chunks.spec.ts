import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Pools } from '../../src/database/connections/pools.js';
import { blankOrder } from '../../src/order-fields/order-content.js';
import type { ChunkTarget } from '../../src/modules/order-imports/running/chunk-statements.js';
import {
  ChunkWriter,
  WrittenChunks,
  type Progress,
  type StagedChunk,
} from '../../src/modules/order-imports/running/chunk-writer.js';
import type { Batch } from '../../src/modules/order-imports/reading/read-plan.js';
import { stagedOrderLine } from '../../src/modules/order-imports/reading/staged-orders.js';
import { openAdmin } from '../support/admin.js';
import { eventually } from '../support/eventually.js';
import { addRunningImport, start } from '../support/running-import.js';
import { holdOrderId, openRival } from '../support/row-locks.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let admin: pg.Client;
let client: TestClient;
let depotId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = await openAdmin(database.url);
  // Connections for three chunks at once.
  app = await startTestApp({ database, env: { DATABASE_POOL_SIZE: '20' } });
  client = await addClient(app, await signUp(app));
  const found = 'select default_depot_id as id from clients where id = $1';
  depotId = (await database.query<{ id: string }>(found, [client.id]))[0]!.id;
});
afterAll(async () => {
  await app.close();
  await admin.end();
  await database.drop();
});

const runningImport = (duplicates: ChunkTarget['duplicates'] = 'reject') =>
  addRunningImport(database, client, {
    duplicates,
    filled: { external_id: 'externalId', city: 'address.city' },
  });

/** Rows with these Ids, from this row of the file on. */
function batchOf(ids: readonly string[], from: number): Batch {
  const lines = ids.map((externalId, n) => {
    const content = { ...blankOrder(), externalId };
    content.address = { ...content.address, addressLineOne: '1 Elm Street', city: 'Troy' };
    const row = from + n;
    const place = { row, lastRow: row, rowCount: 1, problems: 0, clientId: client.id, depotId };
    return stagedOrderLine({ ...place, id: uuidv7(), eventId: uuidv7(), content });
  });
  const rows = ids.length;
  const counted = { rows, orders: rows, good: rows, rejected: 0, skipped: 0, rejectedIds: [] };
  const lastRow = from + rows - 1;
  const orderLines = new TextEncoder().encode(lines.join(''));
  return { type: 'batch', lastRow, ...counted, orderLines, problemLines: new Uint8Array() };
}

/** What the chunks of each import have left to the next ones. */
const written = new WeakMap<ChunkTarget, WrittenChunks>();
function stage(target: ChunkTarget, batch: Batch, by: TestApp = app): StagedChunk {
  const before = written.get(target) ?? new WrittenChunks();
  written.set(target, before);
  return by.nest.get(ChunkWriter).stage(target, batch, 'write', before);
}
const turn = (progress: Progress) => ({ progress, isLastCheck: false, announce: false });
const idsOf = async ({ importId }: ChunkTarget) =>
  (
    await database.query<{ id: string }>(
      'select external_id as id from orders where import_id = $1 order by import_row',
      [importId],
    )
  ).map(({ id }) => id);
const eventsOf = async ({ importId }: ChunkTarget) =>
  (
    await database.query<{ n: number }>(
      `select count(*)::int as n from events where type = 'order.created' and data->>'importId' = $1`,
      [importId],
    )
  )[0]!.n;

/** Processes of the chunks that are staged and wait for their turn. Behind a pooler a session has the name of no door. */
const waitingSql = `select pid from pg_stat_activity
  where datname = current_database() and state = 'idle in transaction' and query like 'copy staged_orders%'`;
const areStaged = (count: number) =>
  eventually(async () => {
    const { rows } = await admin.query<{ pid: number }>(waitingSql);
    return rows.length === count ? rows : undefined;
  });

describe('a chunk that is staged while the one before it is written', () => {
  it('is written after it, and read by nobody before', async () => {
    const target = await runningImport();
    const second = stage(target, batchOf(['A-3', 'A-4'], 4));
    await areStaged(1);
    const first = stage(target, batchOf(['A-1', 'A-2'], 2));
    await areStaged(2);
    expect(await idsOf(target)).toEqual([]);
    const progress = await first.write(turn(start));
    expect(await idsOf(target)).toEqual(['A-1', 'A-2']);
    expect(await second.write(turn(progress))).toMatchObject({ checkpointRow: 5, ordersImported: 4 });
    expect(await idsOf(target)).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
    expect(await eventsOf(target)).toBe(4);
  });

  it('leaves nothing where it is abandoned, and gives back its connection', async () => {
    const target = await runningImport();
    const chunk = stage(target, batchOf(['B-1'], 2));
    await areStaged(1);
    await chunk.abandon();
    expect(await idsOf(target)).toEqual([]);
    const bulk = app.nest.get(Pools).counts.find(({ door }) => door === 'bulk')!;
    expect({ idle: bulk.idle, waiting: bulk.waiting }).toEqual({ idle: bulk.total, waiting: 0 });
  });

  it('fails alone where its connection is lost, and can be staged again', async () => {
    const target = await runningImport();
    const batch = batchOf(['C-2'], 3);
    const second = stage(target, batch);
    const [lost] = await areStaged(1);
    await admin.query('select pg_terminate_backend($1)', [lost!.pid]);
    const progress = await stage(target, batchOf(['C-1'], 2)).write(turn(start));
    await expect(second.write(turn(progress))).rejects.toThrow();
    expect(await idsOf(target)).toEqual(['C-1']);
    await stage(target, batch).write(turn(progress));
    expect(await idsOf(target)).toEqual(['C-1', 'C-2']);
  });

  it('does not keep the one before it from going again after a deadlock, where there is one connection', async () => {
    const small = await startTestApp({ database, env: { DATABASE_POOL_SIZE: '7' } });
    try {
      expect(small.nest.get(Pools).sizes.bulk).toBe(1);
      let deadlocks = 0;
      for (let attempt = 1; deadlocks === 0 && attempt <= 5; attempt += 1) {
        const target = await runningImport();
        const ids = [`D-${attempt}-1`, `D-${attempt}-2`, `D-${attempt}-3`];
        const rival = await holdOrderId(database, client, ids[1]!);
        const written = stage(target, batchOf(ids.slice(0, 2), 2), small).write(turn(start));
        const next = stage(target, batchOf(ids.slice(2), 4), small);
        await rival.isWaitedForBy(1);
        // The chunk waits for the rival's order, now the rival for the chunk's import. Most times the chunk is ended.
        await rival.query('select 1 from order_imports where id = $1 for update', [target.importId]).then(
          () => (deadlocks += 1),
          () => undefined,
        );
        await rival.giveWay();
        await next.write(turn(await written));
        expect(await idsOf(target)).toEqual(ids);
        expect(await eventsOf(target)).toBe(3);
      }
      expect(deadlocks).toBe(1);
    } finally {
      await small.close();
    }
  }, 180_000);
});

describe('a chunk of which an Id is taken while it is written', () => {
  const taken = (id: string) => [uuidv7(), client.organizationId, client.id, depotId, id];
  const insertSql = `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one, city, products, created_at, updated_at)
    values ($1, $2, $3, $4, 'draft', 'manual', $5, '2 Oak Street', 'Rome', '{}', now(), now())`;

  it.each([
    ['reject', { ordersImported: 2, rowsRejected: 1, rowsTaken: 1, rowsSkipped: 0 }, 'Rome'],
    ['skip', { ordersImported: 2, rowsRejected: 0, rowsSkipped: 1 }, 'Rome'],
    ['update', { ordersImported: 3, rowsRejected: 0, rowsSkipped: 0 }, 'Troy'],
  ] as const)('goes again and tells so, by %s', async (duplicates, counted, city) => {
    const target = await runningImport(duplicates);
    const ids = [1, 2, 3].map((n) => `E-${duplicates}-${n}`);
    const rival = await openRival(database);
    await rival.query(insertSql, taken(ids[1]!));
    const written = stage(target, batchOf(ids, 2)).write(turn(start));
    await rival.isWaitedForBy(1);
    await rival.query('commit');
    await rival.giveWay();
    expect(await written).toEqual({
      ...start,
      checkpointRow: 4,
      rowsProcessed: 3,
      rowsImported: counted.ordersImported,
      ...counted,
    });
    expect(await idsOf(target)).toEqual([ids[0], ids[2]]);
    expect(await eventsOf(target)).toBe(2);
    const [order] = await database.query<{ city: string }>('select city from orders where external_id = $1', [
      ids[1],
    ]);
    expect(order!.city).toBe(city);
  });
});

test('chunks keep the order of the file where one goes again while the next is staged', async () => {
  const target = await runningImport('skip');
  await stage(target, batchOf(['Z-2'], 2)).write(turn(start));
  const first = stage(target, batchOf(['Z-1', 'Z-2'], 3));
  await areStaged(1);
  const second = stage(target, batchOf(['Z-3'], 5));
  await areStaged(2);
  await second.write(turn(await first.write(turn({ ...start, checkpointRow: 2 }))));
  const isLater = 'o.import_id = $1 and o.import_row > 2';
  const [byAge, byEvent] = await Promise.all(
    [
      `select external_id as id from orders o where ${isLater} order by created_at, id`,
      `select o.external_id as id from events e join orders o on o.id = e.order_id where ${isLater} order by e.transaction_id, e.seq`,
    ].map((sql) => database.query<{ id: string }>(sql, [target.importId])),
  );
  for (const list of [byAge!, byEvent!]) expect(list.map(({ id }) => id)).toEqual(['Z-1', 'Z-3']);
});

describe('an import of several chunks', () => {
  // A batch is of 4,000 rows at most.
  const rows = 4_500;
  const fileOf = (name: string) => {
    const lines = Array.from({ length: rows }, (_, n) => `${name}-${n},${n + 1} Elm Street`);
    return new File([['Id,Address Line 1', ...lines, ''].join('\n')], 'orders.csv');
  };

  /** An import whose first chunk waits until `giveWay`, and whose second is staged by then. */
  async function heldImport(name: string) {
    const rival = await holdOrderId(database, client, `${name}-7`);
    const { id } = await app.as(client.token).orderImports.create({ file: fileOf(name) });
    await rival.isWaitedForBy(1);
    const [waiting] = await areStaged(1);
    return { id, rival, pid: waiting!.pid };
  }
  const isTold = async (importId: string, orders: number) => {
    const target = { importId } as ChunkTarget;
    const ids = await idsOf(target);
    expect({ ids: new Set(ids).size, all: ids.length, events: await eventsOf(target) }).toEqual({
      ids: orders,
      all: orders,
      events: orders,
    });
  };

  it('ends with each row once where the connection of the one that waits is lost', async () => {
    const { id, rival, pid } = await heldImport('F');
    await admin.query('select pg_terminate_backend($1)', [pid]);
    await rival.giveWay();
    const ended = await app.as(client.token).imports.wait(id);
    expect(ended).toMatchObject({ status: 'completed', rowsImported: rows, ordersImported: rows });
    await isTold(id, rows);
  });

  it('writes no chunk that waited when it was cancelled', async () => {
    const { id, rival } = await heldImport('G');
    const cancelled = app.as(client.token).orderImports.cancel(id);
    await rival.isWaitedForBy(2);
    await rival.giveWay();
    await cancelled;
    const ended = await app.as(client.token).imports.wait(id);
    expect(ended.status).toBe('cancelled');
    expect(ended.rowsImported).toBeLessThan(rows);
    await isTold(id, ended.rowsImported);
    await areStaged(0);
  });

  it('ends beside others where all have one connection', async () => {
    const small = await startTestApp({ database, env: { DATABASE_POOL_SIZE: '7' } });
    try {
      const others = await Promise.all([1, 2].map(async () => addClient(small, await signUp(small))));
      const ended = await Promise.all(
        others.map(async ({ token }) => {
          const as = small.as(token);
          const { id } = await as.orderImports.create({ file: fileOf('H') });
          return as.imports.wait(id);
        }),
      );
      for (const { id, status } of ended) {
        expect(status).toBe('completed');
        await isTold(id, rows);
      }
    } finally {
      await small.close();
    }
  }, 180_000);
});
