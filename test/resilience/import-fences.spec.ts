import { setTimeout } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { SystemSql } from '../../src/database/tenancy/system-sql.js';
import {
  ChunkWriter,
  ImportTakenError,
  WrittenChunks,
  type ChunkMode,
  type Progress,
} from '../../src/modules/order-imports/running/chunk-writer.js';
import type { ChunkTarget } from '../../src/modules/order-imports/running/chunk-statements.js';
import { eventually } from '../support/eventually.js';
import { addRunningImport, start } from '../support/running-import.js';
import { holdOrderId, openRival } from '../support/row-locks.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a chunk of an import', () => {
  let app: TestApp;
  let client: TestClient;
  let writer: ChunkWriter;
  beforeAll(async () => {
    // Connections for two chunks at once.
    app = await startTestApp({ env: { DATABASE_POOL_SIZE: '20' } });
    client = await addClient(app, await signUp(app));
    writer = app.nest.get(ChunkWriter);
  });
  afterAll(() => app.close());

  const runningImport = (status = 'running') => addRunningImport(app.database, client, { status });

  /** Commits ten rows, all bad unless told otherwise, that end in this row of the file. */
  const commit = (
    target: ChunkTarget,
    progress: Progress,
    lastRow: number,
    {
      mode = 'write',
      isLastCheck = false,
      rejected = 10,
    }: { mode?: ChunkMode; isLastCheck?: boolean; rejected?: number } = {},
  ) => {
    const none = new Uint8Array();
    const batch = { type: 'batch', lastRow, rows: 10, orders: 0, good: 0, rejected, skipped: 0 } as const;
    return writer
      .stage(
        target,
        { ...batch, orderLines: none, problemLines: none, rejectedIds: [] },
        mode,
        new WrittenChunks(),
      )
      .write({ progress, isLastCheck, announce: false });
  };
  const counted = async ({ importId }: ChunkTarget) =>
    (
      await app.database.query<{ checkpoint_row: number; rows_processed: number }>(
        'select checkpoint_row, rows_processed from order_imports where id = $1',
        [importId],
      )
    )[0];

  it('is committed by one of two processes that stand at the same row', async () => {
    const target = await runningImport();
    const rival = await openRival(app.database);
    await rival.query('select 1 from order_imports where id = $1 for update', [target.importId]);
    const both = Promise.allSettled([commit(target, start, 11), commit(target, start, 11)]);
    await rival.isWaitedForBy(2);
    await rival.giveWay();
    const ends = await both;
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(ImportTakenError);
    expect(await counted(target)).toEqual({ checkpoint_row: 11, rows_processed: 10 });
  });

  it('is not committed by a process that was left behind, nor by one that ran ahead', async () => {
    const target = await runningImport();
    const progress = await commit(target, start, 11);
    expect(progress).toEqual({ ...start, checkpointRow: 11, rowsProcessed: 10, rowsRejected: 10 });
    await expect(commit(target, start, 21)).rejects.toThrow(ImportTakenError);
    await expect(commit(target, { ...progress, checkpointRow: 21 }, 31)).rejects.toThrow(ImportTakenError);
    expect(await commit(target, progress, 21)).toMatchObject({ checkpointRow: 21, rowsProcessed: 20 });
  });

  it.each(['queued', 'completed', 'cancelled', 'failed'])(
    'is not committed to one that is %s',
    async (status) => {
      await expect(commit(await runningImport(status), start, 11)).rejects.toThrow(ImportTakenError);
    },
  );

  it('is not committed to an import of another client', async () => {
    const target = await runningImport();
    const clientId = uuidv7();
    const foreign = { ...target, scope: { ...target.scope, audience: 'client' as const, clientId } };
    await expect(commit(foreign, start, 11)).rejects.toThrow(ImportTakenError);
  });

  it('that is the last of a check leads back to the start only if no row of the file was bad', async () => {
    const lastCheck = (target: ChunkTarget, progress: Progress, rejected: number) =>
      commit(target, progress, 21, { mode: 'check', isLastCheck: true, rejected });
    const [good, bad] = [await runningImport(), await runningImport()];
    expect(await lastCheck(good, start, 0)).toMatchObject({ checkpointRow: 0, rowsRejected: 0 });
    const progress = await commit(bad, start, 11, { mode: 'check', isLastCheck: false, rejected: 10 });
    expect(await lastCheck(bad, progress, 10)).toMatchObject({ checkpointRow: 21, rowsRejected: 20 });
  });

  it('goes again when PostgreSQL ends it to undo a deadlock', async () => {
    const as = app.as(client.token);
    let ended: { id: string; waited: unknown } | undefined;
    for (let attempt = 1; !ended && attempt <= 5; attempt += 1) {
      const externalId = `X-${attempt}`;
      const file = new File([`Id,Address Line 1\n${externalId},1 Elm Street\n`], 'orders.csv');
      const rival = await holdOrderId(app.database, client, externalId);
      const { id } = await as.orderImports.create({ file });
      await rival.isWaitedForBy(1);
      const { rows } = await rival.query('select clock_timestamp()::text as waited');
      const [{ waited }] = rows as [{ waited: string }];
      // The chunk waits for the rival's order, now the rival for the chunk's import. Most times the chunk is ended.
      const goesOn = rival.query('select 1 from order_imports where id = $1 for update', [id]);
      await goesOn.then(
        () => (ended = { id, waited }),
        () => undefined,
      );
      await rival.giveWay();
      expect(await as.imports.wait(id)).toMatchObject({ status: 'completed', rowsImported: 1 });
    }
    // Not by another run of the job: it was claimed before the wait, and never since.
    const jobs = await app.database.query<{ once: boolean }>(
      `select claimed_at < $2::timestamptz as once from jobs where payload->>'importId' = $1`,
      [ended?.id, ended?.waited],
    );
    expect(jobs).toEqual([{ once: true }]);
  });
});

describe('a run of an import', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  const file = () => new File(['Address Line 1\n1 Main St\n'], 'orders.csv');
  const jobOf = async (importId: string) =>
    (
      await app.database.query<{ state: string; tenant: string | null }>(
        `select state, tenant from jobs where payload->>'importId' = $1`,
        [importId],
      )
    )[0];
  const isDone = (id: string) => eventually(async () => (await jobOf(id))?.state === 'done' || undefined);

  it('waits for its turn among those of its client, or else of its organization', async () => {
    const session = await signUp(app);
    const { id: clientId, token } = await addClient(app, session);
    const orders = await app.as(token).orderImports.create({ file: file() });
    const stops = await app.as(session.accessToken).stopImports.create({ file: file() });
    expect((await jobOf(orders.id))?.tenant).toBe(clientId);
    expect((await jobOf(stops.id))?.tenant).toBe(session.membership.organization.id);
  });

  it('looks no longer for a cancellation once it has ended', async () => {
    const { token } = await addClient(app, await signUp(app));
    const sql = app.nest.get(SystemSql);
    const asked: string[] = [];
    const query = sql.query.bind(sql);
    sql.query = (name, text, values = []) => {
      asked.push(`${name} ${String(values[0])}`);
      return query(name, text, values);
    };
    const { id } = await app.as(token).orderImports.create({ file: file() });
    await isDone(id);
    expect(asked).toContain(`import_cancelled ${id}`);
    asked.length = 0;
    // It looks twice a second.
    await setTimeout(1_500);
    expect(asked).not.toContain(`import_cancelled ${id}`);
  });
});
