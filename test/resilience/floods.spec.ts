import { setTimeout as delay } from 'node:timers/promises';
import type { Waybill } from '../../sdk/src/index.js';
import { slowWorkbook } from '../fixtures/spreadsheets/slow-workbook.js';
import { eventually } from '../support/eventually.js';
import { newEmail } from '../support/invitations.js';
import { mailInFolder } from '../support/mailbox.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

const csvOf = (rows: number, packages: string) =>
  `Address Line 1,Package Count\n${Array.from({ length: rows }, (_, n) => `${n + 1} Main St,${packages}`).join('\n')}\n`;

describe('a tenant that floods the server', () => {
  let app: TestProcess;
  beforeAll(async () => {
    app = await startTestProcess({
      env: { DATABASE_POOL_SIZE: '20', RATE_LIMIT_PER_MINUTE: '1000000' },
    });
  });
  afterAll(() => app.close());

  const importEnded = (api: Waybill, id: string) =>
    eventually(async () => {
      const found = await api.orderImports.get(id);
      return ['queued', 'running'].includes(found.status) ? undefined : found;
    }, 60);

  it('holds up neither the import nor the mail of another', async () => {
    const owner = await signUp(app);
    const other = app.as((await addClient(app, owner)).token);
    const { token } = await addClient(app, await signUp(app));
    const crowd = app.as(token);
    const start = (api: Waybill, file: File) => api.orderImports.create({ file });
    const rejected = await start(
      crowd,
      new File([`${csvOf(1, '1')}${csvOf(5_000, 'many').replace(/^.*\n/, '')}`], 'bad.csv'),
    );
    await importEnded(crowd, rejected.id);

    const flood = new AbortController();
    const answers = new Set<number>();
    const send = async (path: string, file?: File) => {
      const form = new FormData();
      if (file) form.append('file', file);
      const answer = await fetch(`${app.url}/v1/order-imports${path}`, {
        headers: { authorization: `Bearer ${token}` },
        ...(file && { method: 'POST', body: form }),
      }).catch(() => undefined);
      // An upload may be refused before its body was taken, which cuts it.
      if (!answer) return void (await delay(100));
      answers.add(answer.status);
      await answer.arrayBuffer();
      if (answer.status === 429) await delay(100);
    };
    const large = new File([csvOf(30_000, '1')], 'large.csv');
    const bomb = new File([new Uint8Array(await slowWorkbook(300))], 'bomb.xlsx');
    const until = async (work: () => Promise<void>) => {
      while (!flood.signal.aborted) await work();
    };
    for (const file of [bomb, large, bomb, large, bomb, large]) await send('', file);
    const floods = Promise.all([
      ...Array.from({ length: 4 }, () => until(() => send(`/${rejected.id}/rejected-rows`))),
      ...Array.from({ length: 8 }, () => until(() => send('/preview', large))),
    ]);

    const email = newEmail('viewer');
    const { id } = await start(other, new File([csvOf(1, '1')], 'one.csv'));
    await app
      .as(owner.accessToken)
      .invitations.create({ kind: 'member', role: 'viewer', channel: 'email', email });
    const [done] = await Promise.all([importEnded(other, id), mailInFolder(app.dataDir, email)]);
    expect(done).toMatchObject({ status: 'completed', rowsImported: 1 });
    const { items } = await crowd.orderImports.list();
    expect(items.filter(({ status }) => status === 'queued').length).toBeGreaterThan(0);

    flood.abort();
    await floods;
    expect([...answers].filter((status) => ![200, 202, 429].includes(status))).toEqual([]);
    expect(await app.server.stop()).toBe(0);
  });
});
