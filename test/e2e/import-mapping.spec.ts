import { csv, importFile } from '../support/imports.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const text = 'Wohin,Wann da,Übrig\n1 Main St,3/4/2026,x\n';
const mapping = JSON.stringify({
  Wohin: 'address.addressLineOne',
  'Wann da': { field: 'requestedDate', format: 'day-first' },
  Übrig: null,
});

describe('what spreadsheets are taught', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const newTeams = async () => {
    const session = await signUp(app);
    const [client, sibling] = [await addClient(app, session), await addClient(app, session)];
    return { owner: app.as(session.accessToken), api: app.as(client.token), sibling: app.as(sibling.token) };
  };

  it('is listed as people wrote it, for the side that taught it only', async () => {
    const { owner, api, sibling } = await newTeams();
    const before = Date.now();
    await importFile(api, csv(text), { mapping });
    const { items, nextCursor } = await api.importMapping.list();
    const nothing = { field: null, split: null, join: null, format: null };
    expect(items.map(({ taughtAt: _, ...taught }) => taught)).toEqual([
      { ...nothing, header: 'Übrig' },
      { ...nothing, header: 'Wann da', field: 'requestedDate', format: 'day-first' },
      { ...nothing, header: 'Wohin', field: 'address.addressLineOne' },
    ]);
    expect(Date.parse(items[0]!.taughtAt)).toBeGreaterThanOrEqual(before - 1_000);
    expect(nextCursor).toBeNull();
    for (const other of [owner, sibling])
      expect(await other.importMapping.list()).toEqual({ items: [], nextCursor: null });
  });

  it('is forgotten header by header, in any spelling, and all at once', async () => {
    const { owner, api, sibling } = await newTeams();
    await importFile(api, csv(text), { mapping });
    await api.importMapping.forget({ header: 'wann_da' });
    const headers = async () => (await api.importMapping.list()).items.map(({ header }) => header);
    expect(await headers()).toEqual(['Übrig', 'Wohin']);
    await expect(api.importMapping.forget({ header: 'wann_da' })).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
    });
    for (const other of [owner, sibling]) await other.importMapping.forget();
    expect(await importFile(api, csv(text))).toMatchObject({ rowsImported: 1 });
    await api.importMapping.forget();
    expect(await headers()).toEqual([]);
    expect(await importFile(api, csv(text))).toMatchObject({ failureCode: 'no_address_column' });
  });

  it('is corrected by what is said later', async () => {
    const { api } = await newTeams();
    await importFile(api, csv(text), { mapping });
    await importFile(api, csv(text), { mapping: '{"WOHIN":"address.addressLineOne","Wann-Da":"notes"}' });
    const { items } = await api.importMapping.list();
    expect(items.map(({ header, field }) => [header, field])).toEqual([
      ['Übrig', null],
      ['Wann-Da', 'notes'],
      ['WOHIN', 'address.addressLineOne'],
    ]);
  });

  it.each(['\0', '\ud800'])('holds no text that cannot be stored: %j', async (join) => {
    const { api } = await newTeams();
    const broken = JSON.stringify({ Wohin: { field: 'notes', join } });
    await expect(importFile(api, csv(text), { mapping: broken })).rejects.toMatchObject({
      status: 400,
      code: 'validation_failed',
      errors: [{ pointer: expect.stringContaining('/mapping') as string }],
    });
  });

  it.each(['adress.zip', 7, {}, { split: 'words' }])(
    'says what a column can be, where it is %j',
    async (target) => {
      const { api } = await newTeams();
      const broken = JSON.stringify({ Wohin: target });
      await expect(importFile(api, csv(text), { mapping: broken })).rejects.toMatchObject({
        errors: [
          {
            pointer: '/mapping/Wohin',
            detail: expect.stringMatching(
              /^must be a field that GET \/v1\/order-fields lists, .* or null$/,
            ) as string,
          },
        ],
      });
    },
  );

  it('is beside what is known of other programs’ files', async () => {
    const { owner, api } = await newTeams();
    const { items } = await api.orderFields.listProfiles();
    const shopify = items.find(({ name }) => name === 'shopify-orders');
    expect(shopify).toMatchObject({ rowsPerOrder: 'many' });
    expect(shopify?.columns).toContainEqual(
      expect.objectContaining({ header: 'Shipping Zip', field: 'address.zip', fallback: false }),
    );
    expect((await owner.orderFields.listProfiles()).items).toHaveLength(items.length);
  });
});
