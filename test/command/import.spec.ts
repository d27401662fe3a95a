import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportError, OrderImport } from '../../sdk/src/index.js';
import { envOfKey, startWithCommand, type CommandLine } from '../support/command-line.js';
import { openOutage } from '../support/outage.js';
import { addClient, password, signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

describe('importing from the command line', () => {
  let app: TestApp;
  let client: TestClient;
  let waybill: CommandLine;
  let close: () => Promise<void>;
  let env: Record<string, string>;
  beforeAll(async () => {
    ({ app, waybill, close } = await startWithCommand());
    const owner = await signUp(app);
    client = await addClient(app, owner);
    env = await envOfKey(app, client.token, ['orders:read', 'orders:write', 'events:read']);
    await file('good.csv', 'Id,Address Line 1\nA-1,1 Main St\nA-2,2 Main St\n');
    await file(
      'bad.csv',
      'Id,Address Line 1,Package Count\nB-1,1 Main St,\u001b[31mten\nB-2,2 Main St,2\nB-3,,1\n',
    );
  });
  afterAll(() => close());
  const file = (name: string, text: string) => writeFile(join(waybill.folder, name), text);

  it('waits for the end, and says how far it is in plain lines where nobody looks', async () => {
    const { status, stdout, stderr } = await waybill.run('import good.csv --wait', { env });
    expect([status, stdout]).toEqual([0, '✓ Draft orders successfully imported\n  2 rows: 2 imported.\n']);
    expect(stderr).toMatch(/^Sending 1 of 1 kB\n(Reading [12] of 2 rows\n)*$/);
  });

  it('lists what is wrong as a table that fits, and ends with 3 where rows were left out', async () => {
    for (const columns of [120, 60, 40]) {
      const ran = await waybill.run('import bad.csv --wait --dry-run --rejected left-out.csv', {
        env: { ...env, COLUMNS: String(columns) },
      });
      expect(ran.status).toBe(3);
      const lines = ran.stdout.trimEnd().split('\n');
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
      expect(ran.stdout.replace(/\s+/g, ' ')).toContain(' 3 rows: 1 would be imported, 2 left out.');
      expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(
        /2 (Column )?Package Count (What is wrong )?Package Count.*4 (Column )?Address Line 1 (What is wrong )?There is no/,
      );
      // What stands in cells is shown, but does nothing to the terminal.
      expect(ran.stdout).not.toContain('\u001b');
    }
    expect(await readFile(join(waybill.folder, 'left-out.csv'), 'utf8')).toContain('B-3');
  });

  it('is one JSON document for programs, with its errors', async () => {
    const { status, stdout, stderr } = await waybill.run(
      'import bad.csv --wait --dry-run --json --errors 1',
      { env },
    );
    expect([status, stderr]).toEqual([3, '']);
    const done = JSON.parse(stdout) as OrderImport & { errors: ImportError[] };
    expect(done).toMatchObject({ status: 'completed_with_errors', rowsRejected: 2, dryRun: true });
    expect(done.errors).toMatchObject([{ row: 2, column: 'Package Count' }]);
  });

  it('does not wait unless told to, and takes options and standard input', async () => {
    const started = await waybill.json<OrderImport>(
      'import - --name in.csv --mode all_or_nothing --duplicates skip',
      {
        env,
        input: 'Id,Wohin\nC-1,1 Main St\n',
      },
    );
    expect(started).toMatchObject({ fileName: 'in.csv', mode: 'all_or_nothing', duplicates: 'skip' });
    const { stdout } = await waybill.run('import good.csv --duplicates skip', { env });
    expect(stdout).toMatch(
      /^✓ good\.csv is taken; waybill imports wait [0-9a-f-]{36} waits for its end\.\n$/,
    );
    const nameless = await waybill.run('import -', { env });
    expect(nameless).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--name orders.csv') as string,
    });
  });

  it('fails with 1 where nothing came of it', async () => {
    const none = await waybill.run('import none.csv', { env });
    expect(none).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no such file') as string,
    });
    const all = await waybill.run('import bad.csv --wait --mode all_or_nothing', { env });
    expect(all.status).toBe(1);
    expect(all.stdout).toMatch(/^✗ /);
  });

  it('is waited for later, also while the server restarts, for the rows that were left out', async () => {
    const { id } = await waybill.json<OrderImport>('import bad.csv --duplicates skip', { env });
    const outage = await openOutage(app.url);
    outage.begin();
    const waiting = waybill.start(`imports wait ${id} --rejected later.csv`, {
      ...env,
      WAYBILL_URL: outage.url,
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await outage.end();
    const { status, stdout } = await waiting.ended;
    outage.close();
    expect([status, stdout]).toEqual([3, expect.stringContaining('2 left out.') as string]);
    expect(await readFile(join(waybill.folder, 'later.csv'), 'utf8')).toContain('B-3');
    const again = await waybill.run(`imports wait ${id} --errors 0`, { env });
    expect(again.stderr).toBe(`waybill imports wait ${id} --rejected FILE saves the rows left out.\n`);
    const other = await waybill.run(`imports wait ${client.organizationId}`, { env });
    expect(other).toMatchObject({ status: 1, stderr: '✗ There is nothing here under this id.\n' });
  });

  it('goes on when nobody waits any longer, which is told', async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `M-${row},${row} Main St`);
    await file('many.csv', ['Id,Address Line 1', ...rows].join('\n'));
    const waiting = waybill.start('import many.csv --wait', env);
    await waiting.says('Reading ');
    const { status, stderr } = await waiting.interrupt();
    expect(status).toBe(130);
    const [, id] = /The import goes on; waybill imports wait (\S+) waits for its end\.\n$/.exec(stderr)!;
    expect((await waybill.json<OrderImport>(`imports wait ${id}`, { env })).rowsProcessed).toBe(100_000);
  });

  it('takes what dispatchers send for stops', async () => {
    const owner = await signUp(app);
    await waybill.run(`login --url ${app.url} --email ${owner.user.email}`, { input: `${password}\n` });
    const { status, stdout } = await waybill.run('import good.csv --wait');
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 rows: 2 imported.') as string]);
    expect((await app.as(owner.accessToken).stops.list()).items).toHaveLength(2);
  });
});
