import { holdOrderId, type Rival } from '../support/row-locks.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

const rowCount = 13_000;
const kills = 5;

/** Every fiftieth row is bad, and one Id stands twice, far apart. */
const lines = Array.from({ length: rowCount }, (_, n) => {
  const id = n === rowCount - 10 ? 'ID-7' : `ID-${n}`;
  return `${id},${n + 1} Main St,${n % 50 === 49 ? 'many' : '1'}`;
});
const badRows = new Set([
  ...lines.flatMap((line, n) => (line.endsWith('many') ? [n + 2] : [])),
  rowCount - 10 + 2,
]);

/** Three rows an order; every fiftieth order has a bad row, and the rows of one Id stand apart. */
const groupedLines = Array.from({ length: rowCount }, (_, n) => {
  const order = Math.floor(n / 3);
  const id = n === rowCount - 10 ? 'ID-7' : `ID-${order}`;
  return `${id},${order + 1} Main St,${order % 50 === 49 && n % 3 === 1 ? 'many' : '1'}`;
});
const idOf = (line: string) => line.split(',')[0]!;

/** Consecutive lines with one Id, and whether they become an order. */
const groups = groupedLines
  .reduce<string[][]>((found, line) => {
    const last = found.at(-1);
    if (last && idOf(last[0]!) === idOf(line)) last.push(line);
    else found.push([line]);
    return found;
  }, [])
  .map((group, place, all) => ({
    id: idOf(group[0]!),
    rows: group.length,
    isGood:
      !group.some((line) => line.endsWith('many')) &&
      all.findIndex(([line]) => idOf(line!) === idOf(group[0]!)) === place,
  }));

describe('an import whose server is killed', () => {
  let app: TestProcess;
  beforeAll(async () => {
    app = await startTestProcess();
  });
  afterAll(() => app.close());

  it.each(['skip_invalid', 'all_or_nothing'] as const)(
    'ends with exactly the good rows, none twice, as %s',
    async (mode) => {
      const client = await addClient(app, await signUp(app));
      const isWhole = mode === 'all_or_nothing';
      const good = lines.filter((_, n) => !badRows.has(n + 2));
      const text = ['Id,Address Line 1,Package Count', ...(isWhole ? good : lines), ''].join('\n');
      const file = new File([text], 'orders.csv');
      const rival = await holdOrderId(app.database, client, `ID-${rowCount - 2}`);
      const { id } = await app.as(client.token).orderImports.create({ file, mode });
      const killedAt = await killedUntilEnded(id, rival);

      const { status, imported, rejected } = await stateOf(id);
      expect({ status, imported, rejected }).toEqual({
        status: isWhole ? 'completed' : 'completed_with_errors',
        imported: good.length,
        rejected: isWhole ? 0 : badRows.size,
      });
      const orders = await app.database.query<{ external_id: string; import_row: number }>(
        'select external_id, import_row from orders where client_id = $1 order by import_row',
        [client.id],
      );
      expect(orders.map(({ external_id }) => external_id)).toEqual(good.map((line) => line.split(',')[0]));
      if (!isWhole) {
        const problems = await app.database.query<{ row: number }>(
          'select row from import_problems where import_id = $1 order by row',
          [id],
        );
        expect(problems.map(({ row }) => row)).toEqual([...badRows].toSorted((a, b) => a - b));
      }
      const events = await app.database.query<{ type: string; n: number; orders: number }>(
        `select type, count(*)::int as n, count(distinct order_id)::int as orders from events
          where client_id = $1 and type in ('order.created', 'order.deleted', 'import.completed')
          group by type order by type`,
        [client.id],
      );
      expect(events).toEqual([
        { type: 'import.completed', n: 1, orders: 0 },
        { type: 'order.created', n: good.length, orders: good.length },
      ]);
      // The first kill waits for a committed chunk, and the rival keeps the import from its end until then.
      expect(killedAt.length).toBeGreaterThan(0);
    },
    180_000,
  );

  it('counts each row once whose Id is taken', async () => {
    const client = await addClient(app, await signUp(app));
    const api = app.as(client.token);
    const waiting = lines[rowCount - 2]!;
    const fileOf = (rows: readonly string[]) =>
      new File([['Id,Address Line 1,Package Count', ...rows, ''].join('\n')], 'orders.csv');
    const before = await api.orderImports.create({ file: fileOf(lines.filter((line) => line !== waiting)) });
    await ended(before.id);
    const { rowsImported } = await api.orderImports.get(before.id);
    const rival = await holdOrderId(app.database, client, idOf(waiting));
    const { id } = await api.orderImports.create({ file: fileOf(lines) });
    const killedAt = await killedUntilEnded(id, rival);

    const done = await app.as(client.token).orderImports.get(id);
    expect(done).toMatchObject({ rowsImported: 1, rowsRejected: rowCount - 1 });
    expect(done.message).toContain(
      `except ${rowsImported} rows with the Ids of orders that are there already, and ${badRows.size} rows with other errors.`,
    );
    expect(killedAt.length).toBeGreaterThan(0);
  }, 180_000);

  it('ends with exactly the good orders of several rows, none twice and none in part', async () => {
    const client = await addClient(app, await signUp(app));
    const text = ['Id,Address Line 1,Package Count', ...groupedLines, ''].join('\n');
    const file = new File([text], 'orders.csv');
    const rival = await holdOrderId(app.database, client, idOf(groupedLines[rowCount - 2]!));
    const { id } = await app.as(client.token).orderImports.create({ file, groupBy: 'externalId' });
    const killedAt = await killedUntilEnded(id, rival);

    const good = groups.filter(({ isGood }) => isGood);
    const goodRows = good.reduce((sum, { rows }) => sum + rows, 0);
    expect(await app.as(client.token).orderImports.get(id)).toMatchObject({
      status: 'completed_with_errors',
      rowsProcessed: rowCount,
      rowsImported: goodRows,
      ordersImported: good.length,
      rowsRejected: rowCount - goodRows,
    });
    const orders = await app.database.query<{ id: string; rows: number }>(
      `select external_id as id, package_count as rows from orders where client_id = $1 order by import_row`,
      [client.id],
    );
    expect(orders).toEqual(good.map(({ id, rows }) => ({ id, rows })));
    const told = await app.database.query<{ n: number; orders: number }>(
      `select count(*)::int as n, count(distinct order_id)::int as orders from events
        where client_id = $1 and type = 'order.created'`,
      [client.id],
    );
    expect(told).toEqual([{ n: good.length, orders: good.length }]);
    expect(killedAt.length).toBeGreaterThan(0);
  }, 180_000);

  /** How far it was at each kill that met it while it ran. */
  async function killedUntilEnded(id: string, rival: Rival): Promise<number[]> {
    const killedAt: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const before = await stateOf(id);
      await movedOn(id, before);
      // The first meets it in any case; later ones anywhere, if it still runs.
      if (kill > 0) await pause(Math.random() * 150);
      await app.kill();
      const { status, processed } = await stateOf(id);
      if (status === 'running') killedAt.push(processed);
      if (kill === 0) await rival.giveWay();
      await app.startAnew();
    }
    await ended(id);
    return killedAt;
  }

  async function stateOf(id: string) {
    const [state] = await app.database.query<{
      status: string;
      checkpoint: number;
      processed: number;
      imported: number;
      rejected: number;
    }>(
      `select status, checkpoint_row as checkpoint, rows_processed as processed, rows_imported as imported,
              rows_rejected as rejected from order_imports where id = $1`,
      [id],
    );
    return state!;
  }

  /** Waits until another chunk is committed, or the import has ended. */
  async function movedOn(id: string, before: { checkpoint: number }): Promise<void> {
    for (;;) {
      const { status, checkpoint } = await stateOf(id);
      if (checkpoint !== before.checkpoint || isOver(status)) return;
      await pause(3);
    }
  }

  async function ended(id: string): Promise<void> {
    while (!isOver((await stateOf(id)).status)) await pause(25);
  }
});

function isOver(status: string): boolean {
  return status !== 'queued' && status !== 'running';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
