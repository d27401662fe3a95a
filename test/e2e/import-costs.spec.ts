import type { Waybill } from '../../sdk/src/index.js';
import { slowWorkbook } from '../fixtures/spreadsheets/slow-workbook.js';
import { eventually } from '../support/eventually.js';
import { passingFiles, uploadAndLeave } from '../support/imports.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const small = () => new File(['Address Line 1\n1 Main St\n'], 'orders.csv');

describe('what one file may cost', () => {
  let app: TestApp;
  let slow: Buffer;
  beforeAll(async () => {
    app = await startTestApp();
    slow = await slowWorkbook(300);
  });
  afterAll(() => app.close());

  const newApi = async (of = app) => of.as((await addClient(of, await signUp(of))).token);
  const slowFile = () => new File([new Uint8Array(slow)], 'orders.xlsx');
  const start = (api: Waybill, file: File) => api.orderImports.create({ file });
  const preview = (api: Waybill, file: File) => api.orderImports.preview({ file });
  const ended = (api: Waybill, id: string) => api.imports.wait(id, { interval: 20 });

  it('ends with the cancellation of its import, also while no row is written yet', async () => {
    const api = await newApi();
    const { id } = await start(api, slowFile());
    await eventually(async () => (await api.orderImports.get(id)).status === 'running' || undefined);
    await api.orderImports.cancel(id);
    // Read to its end, the file would have been found to have no rows.
    expect(await ended(api, id)).toMatchObject({ status: 'cancelled', rowsTotal: null, failureCode: null });
    const next = await start(api, small());
    expect(await ended(api, next.id)).toMatchObject({ status: 'completed', rowsImported: 1 });
  });

  it('ends with the caller of a preview', async () => {
    const { token } = await addClient(app, await signUp(app));
    const { answer, leave } = await uploadAndLeave(app, '/v1/order-imports/preview', token, slowFile());
    leave();
    await expect(answer).rejects.toThrow();
    await eventually(async () => (await passingFiles(app)).length === 0 || undefined);
    expect(await preview(app.as(token), small())).toMatchObject({ rowsRead: 1 });
  });

  it('leaves other tenants their previews, and this one two at a time', async () => {
    const [crowd, other] = [await newApi(), await newApi()];
    const flood = Promise.allSettled(Array.from({ length: 8 }, () => preview(crowd, small())));
    expect(await preview(other, small())).toMatchObject({ rowsRead: 1 });
    const outcomes = await flood;
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as { code: string; retryAfterMs?: number }] : [],
    );
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused.length).toBeLessThanOrEqual(6);
    for (const error of refused) expect(error).toMatchObject({ status: 429, code: 'too_many_at_once' });
    expect(await preview(crowd, small())).toMatchObject({ rowsRead: 1 });
  });

  it('leaves one tenant one download of rejected rows at a time, also after one was left half way', async () => {
    const { token } = await addClient(app, await signUp(app));
    const api = app.as(token);
    const rows = Array.from({ length: 20_000 }, (_, n) => `${n + 1} Main St,many ${'x'.repeat(200)}`);
    const file = new File([`Address Line 1,Package Count\n0 Main St,1\n${rows.join('\n')}\n`], 'orders.csv');
    const { id } = await start(api, file);
    expect(await ended(api, id)).toMatchObject({ rowsRejected: 20_000 });
    const download = () =>
      fetch(`${app.url}/v1/order-imports/${id}/rejected-rows`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const answers = await Promise.all(Array.from({ length: 8 }, download));
    const good = answers.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429).length).toBe(7);
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('2');
    for (const answer of answers) await answer.body?.cancel();
    await eventually(async () => {
      const answer = await download();
      if (answer.status !== 200) return undefined;
      expect((await answer.text()).trimEnd().split('\r\n')).toHaveLength(20_001);
      return true;
    });
  });

  it('is bounded in the problems it lists: past ten thousand a row keeps its first error', async () => {
    const api = await newApi();
    const bad = '1 Main St,many,no-mail,no-phone,Nowhere,Sometimes\n';
    const header =
      'Address Line 1,Package Count,Recipient Email Address,Recipient Phone Number,Country,Type of stop\n';
    // Columns without any value that can be read would not be used at all.
    const good = '1 Main St,1,ada@example.org,+12125550142,US,pickup\n';
    const file = new File([header + good + bad.repeat(4_000)], 'orders.csv');
    const { id } = await start(api, file);
    const done = await ended(api, id);
    expect(done).toMatchObject({ status: 'completed_with_errors', rowsRejected: 4_000 });
    expect(done.message).toContain('Only the first 10,000 errors and warnings are listed in full');
    const stored = await app.database.query<{ row: number; count: number }>(
      'select row, count(*)::int as count from import_problems where import_id = $1 group by row order by row',
      [id],
    );
    expect(stored).toHaveLength(4_000);
    expect(stored[0]!.count).toBeGreaterThanOrEqual(4);
    expect(stored.at(-1)!.count).toBe(1);
    const sum = stored.reduce((total, { count }) => total + count, 0);
    expect(sum).toBeLessThan(10_010 + 4_000);
  });

  describe('in time', () => {
    let hasty: TestApp;
    beforeAll(async () => {
      hasty = await startTestApp({ env: { IMPORT_MAX_SECONDS: '1' } });
    });
    afterAll(() => hasty.close());

    it('is bounded: past it the import has failed for good', async () => {
      const api = await newApi(hasty);
      const { id } = await start(api, new File([new Uint8Array(await slowWorkbook(500))], 'orders.xlsx'));
      expect(await ended(api, id)).toMatchObject({ status: 'failed', failureCode: 'reading_too_costly' });
      await eventually(async () => {
        const jobs = await hasty.database.query<{ state: string }>(
          `select state from jobs where name = 'imports.run'`,
        );
        return jobs.every(({ state }) => state === 'done') || undefined;
      });
    });

    it('is bounded for a preview too', async () => {
      const api = await newApi(hasty);
      await expect(preview(api, slowFile())).rejects.toMatchObject({
        status: 400,
        code: 'spreadsheet_unreadable',
        errors: [{ pointer: '/file', code: 'reading_too_costly' }],
      });
    });
  });
});
