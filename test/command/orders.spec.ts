import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Order } from '../../sdk/src/index.js';
import { envOfKey, startWithCommand, type CommandLine } from '../support/command-line.js';
import { addClient, signUp } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

describe('orders from the command line', () => {
  let app: TestApp;
  let waybill: CommandLine;
  let close: () => Promise<void>;
  let env: Record<string, string>;
  const orders: Order[] = [];
  beforeAll(async () => {
    ({ app, waybill, close } = await startWithCommand());
    const client = await addClient(app, await signUp(app), { requiredFields: ['recipient.name'] });
    const api = app.as(client.token);
    env = await envOfKey(app, client.token, ['orders:read', 'orders:write']);
    for (const [externalId, name] of [
      ['N-1', 'Ann \u001b]0;owned\u0007 \u202eLee \u009b31m'],
      ['N-2', 'Bo\nReyes'],
      ['N-3', null],
    ] as const)
      orders.push(
        await api.orders.create({
          externalId,
          recipient: { name },
          address: { addressLineOne: '1 Main St' },
        }),
      );
  });
  afterAll(() => close());
  const run = (line: string) => waybill.run(line, { env });

  it('are listed as a table, or as JSON', async () => {
    const { status, stdout } = await run('orders list');
    expect(status).toBe(0);
    const [header, ...rows] = stdout.trimEnd().split('\n');
    expect(header).toMatch(/^Code +Id +Status +Recipient +Address/);
    expect(rows.map((row) => row.split(/ {2,}/)[1])).toEqual(['N-3', 'N-2', 'N-1']);
    const { items } = await waybill.json<{ items: Order[] }>('orders list --limit 2', { env });
    expect(items.map(({ externalId }) => externalId)).toEqual(['N-3', 'N-2']);
    const found = await run('orders list -q N-1 --status draft --view drafts --sort createdAt');
    expect(found.stdout).toContain('N-1');
    expect(await run('orders list --status failed')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'No orders.\n',
    });
    expect((await run('orders list --limit 1')).stderr).toBe('The first 1; --limit and --all show more.\n');
  });

  it('cannot do anything to the terminal', async () => {
    for (const line of ['orders list', 'orders get N-1', 'orders list --json', 'orders get N-1 --json']) {
      const { stdout } = await run(line);
      expect(stdout).toContain('owned');
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }
    expect(await waybill.json('orders get N-1', { env })).toEqual(JSON.parse(JSON.stringify(orders[0])));
  });

  it('are found by their Id, tracking code and UUID', async () => {
    const [{ id, trackingCode }] = orders as [Order];
    for (const named of ['N-1', id, trackingCode, trackingCode.toLowerCase().replace('-', '')])
      expect(await waybill.json(`orders get ${named}`, { env })).toMatchObject({ id });
    expect(await run('orders get N-9')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no “N-9”.') as string,
    });
    const unknown = await run('orders get 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01 --json');
    expect(JSON.parse(unknown.stderr)).toMatchObject({ error: { code: 'not_found', status: 404 } });
    const named = await run('orders get N-9 --json');
    expect(JSON.parse(named.stderr)).toMatchObject({ error: { code: 'not_found' } });
    const hostile = await run('import \u009b31m\u202e.csv --json');
    expect(hostile.stderr).toContain('file_not_readable');
    expect(hostile.stderr).not.toMatch(/[\u0080-\u009f\u202e]/);
  });

  it('are submitted and withdrawn; what stays as it was is told, with status 3', async () => {
    const part = await run('orders submit N-1 N-3');
    expect([part.status, part.stdout]).toEqual([
      3,
      expect.stringMatching(/^! 1 submitted, 1 left as they were\.\n\nOrder +Why not\nN-3 +[A-Z]/) as string,
    ]);
    expect(await run('orders withdraw N-1')).toMatchObject({ status: 0, stdout: '✓ 1 withdrawn.\n' });
    expect((await run('orders submit N-3')).status).toBe(1);
    const all = await waybill.json('orders submit --all', { env });
    expect(all).toMatchObject({ succeededCount: 2, failedCount: 1 });
    expect((await run('orders submit --all N-1')).status).toBe(2);
    expect(await run('orders submit')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('  See waybill help orders submit.\n') as string,
    });
  });

  it('are exported to a file, or to whoever reads', async () => {
    const { stdout, stderr } = await run('orders export --format ndjson');
    expect(stderr).toBe('');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as Order).externalId),
    ).toEqual(['N-3', 'N-2', 'N-1']);
    expect((await run('orders export -o out.csv')).status).toBe(0);
    expect(await readFile(join(waybill.folder, 'out.csv'), 'utf8')).toBe((await run('orders export')).stdout);
    expect((await run('orders export -o -')).stdout).toBe((await run('orders export')).stdout);
    expect(await readdir(waybill.folder)).not.toContain('-');
    const book = await run('orders export --output out.xlsx --json');
    expect(JSON.parse(book.stdout)).toEqual({ file: 'out.xlsx' });
    expect(await readFile(join(waybill.folder, 'out.xlsx'), 'latin1')).toMatch(/^PK/);
  });

  it('are JSON line by line, where JSON is asked for', async () => {
    expect((await run('orders export --json')).stdout).toBe(
      (await run('orders export --format ndjson')).stdout,
    );
    expect(await run('orders export --json --format csv')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--output') as string,
    });
  });

  it('says which option the API did not like, and what a key may not do', async () => {
    const { status, stderr } = await run('orders list --import nonsense');
    expect(status).toBe(1);
    expect(stderr).toBe('✗ --import: must be a UUID\n');
    expect((await run('stops list')).stderr).toMatch(/^✗ /);
  });
});
