import { jest } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Waybill } from '../../sdk/src/index.js';
import { EventLog } from '../../src/modules/events/event-log.js';
import { FileStore } from '../../src/files/file-store.js';
import { orderIn } from '../support/dispatch.js';
import { eventually } from '../support/eventually.js';
import { jpeg, pictureFile } from '../support/pictures.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('files of proof', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let upload: (id: string) => Promise<unknown>;
  let visit: () => Promise<string>;
  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app);
    dispatcher = app.as(owner.accessToken);
    const client = await addClient(app, owner);
    visit = async () => (await orderIn(app, dispatcher, client, 'out_for_delivery')).id;
    upload = async (id) => dispatcher.stops.addProof(id, { file: pictureFile(await jpeg()), kind: 'photo' });
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  const stored = () => readdir(join(app.dataDir, 'files', 'proofs')).catch(() => [] as string[]);
  const proofsOf = (id: string) => app.database.query('select 1 from proofs where order_id = $1', [id]);
  const runJobs = (name: string) =>
    app.database.query("update jobs set run_at = now() where name = $1 and state = 'waiting'", [name]);

  it('are cleared when their row does not come, and kept when it does', async () => {
    const [kept, lost] = [await visit(), await visit()];
    await upload(kept);
    const log = app.nest.get(EventLog, { strict: false });
    const append = jest.spyOn(log, 'append').mockRejectedValue(new Error('lost'));
    await expect(upload(lost)).rejects.toMatchObject({ status: 500 });
    expect(await proofsOf(lost)).toEqual([]);
    expect(await stored()).toHaveLength(4);
    await runJobs('proofs.clear-files');
    await eventually(async () => ((await stored()).length === 2 ? true : undefined));
    expect(await proofsOf(kept)).toHaveLength(1);
    append.mockRestore();
    await upload(lost);
    expect(await stored()).toHaveLength(4);
  });

  it('follow an order that is deleted, and leave no row when they cannot be stored', async () => {
    const id = await visit();
    const before = (await stored()).length;
    const store = app.nest.get(FileStore, { strict: false });
    const put = jest.spyOn(store, 'put').mockRejectedValue(new Error('full'));
    await expect(upload(id)).rejects.toMatchObject({ status: 500 });
    expect(await proofsOf(id)).toEqual([]);
    put.mockRestore();
    await upload(id);
    expect(await stored()).toHaveLength(before + 2);
    await dispatcher.stops.recordAttempt(id, { state: 'failed_not_home' });
    await dispatcher.stops.reschedule(id);
    await dispatcher.stops.delete(id);
    expect(await stored()).toHaveLength(before + 2);
    await runJobs('proofs.sweep');
    await eventually(async () => ((await stored()).length === before ? true : undefined));
  });
});
