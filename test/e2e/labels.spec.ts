import { randomUUID } from 'node:crypto';
import type { CreateOrder, Session } from '../../sdk/src/index.js';
import { mostLabels } from '../../src/modules/labels/labels.dto.js';
import { addOrder } from '../support/orders.js';
import { renderPdf } from '../support/pdf.js';
import { scanBars, scanQrs } from '../support/scanning.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let organization: Session;
let client: TestClient;
let other: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  organization = await signUp(app);
  client = await addClient(app, organization);
  other = await addClient(app, organization);
});
afterAll(() => app.close());

const orders = () => app.as(client.token).orders;
const stops = () => app.as(organization.accessToken).stops;
const pagesOf = async (pdf: PromiseLike<Blob>) => renderPdf(new Uint8Array(await (await pdf).arrayBuffer()));

const parcels: Partial<CreateOrder> = {
  externalId: 'A-17',
  packageCount: 3,
  requestedDate: '2026-12-24',
  notes: 'Ring at the back door',
};

describe('the labels of an order', () => {
  it('are one for each package, each with its number in a QR code and a Code 128', async () => {
    const { id, trackingCode } = await addOrder(app, client, parcels);
    const pages = await pagesOf(orders().downloadLabel(id));
    const codes = [1, 2, 3].map((number) => `${trackingCode}-${number}`);
    expect(pages.map((page) => scanQrs(page)[0])).toEqual(codes);
    expect(pages.map((page) => scanBars(page)[0])).toEqual(codes);
    pages.forEach(({ text }, index) => {
      for (const told of [
        'Ada Reader',
        '476 5th Ave',
        '10018 New York, NY, US',
        'Ring at the back door',
        'On 2026-12-24',
        'Id A-17',
        `${index + 1} of 3`,
        codes[index]!,
      ])
        expect(text).toContain(told);
    });
  });

  it.each([
    ['a6', 105 / 25.4, 148 / 25.4],
    ['inches4x6', 4, 6],
  ] as const)('have the size %s', async (name, width, height) => {
    const { id } = await addOrder(app, client);
    const size = name === 'a6' ? 'a6' : '4x6';
    const [page] = await pagesOf(orders().downloadLabel(id, { size }));
    expect(page!.width / 72 / 3).toBeCloseTo(width, 1);
    expect(page!.height / 72 / 3).toBeCloseTo(height, 1);
  });

  it('stand four on a page of A4, those of several orders one after the other', async () => {
    const first = await addOrder(app, client, { packageCount: 3 });
    const second = await addOrder(app, client, { packageCount: 2 });
    const pages = await pagesOf(orders().downloadLabels({ ids: [second.id, first.id], size: 'a4x4' }));
    expect(pages).toHaveLength(2);
    const code = (order: typeof first, number: number) => `${order.trackingCode}-${number}`;
    const expected = [code(second, 1), code(second, 2), code(first, 1), code(first, 2), code(first, 3)];
    expect(pages.flatMap((page) => scanQrs(page, 2, 2))).toEqual([...expected, null, null, null]);
    expect(pages.flatMap((page) => scanBars(page, 2, 2))).toEqual([...expected, null, null, null]);
  });

  it('are those of an import, row by row', async () => {
    const api = app.as(client.token);
    const file = new File(['Address Line 1,Id\n1 Main St,L-1\n2 Main St,L-2\n'], 'orders.csv');
    const { id } = await api.orderImports.create({ file });
    await api.imports.wait(id, { interval: 20 });
    const pages = await pagesOf(orders().downloadLabels({ importId: id }));
    expect(pages.map(({ text }) => /Id (\S+)/.exec(text)?.[1])).toEqual(['L-1', 'L-2']);
  });

  it('can be scanned with a name, an address and notes of any length and script', async () => {
    const long = (text: string, length: number) => Array.from(text.repeat(length)).slice(0, length).join('');
    for (const text of ['Wilhelmine ', '東京都港区芝公園', 'شارع الشيخ زايد ', '😀🗼 ', 'W']) {
      const order = await addOrder(app, client, {
        packageCount: 1,
        externalId: long(text, 90),
        size: long(text, 40),
        address: {
          addressName: long(text, 150),
          addressLineOne: long(text, 190),
          addressLineTwo: long(text, 190),
          city: long(text, 90),
        },
        recipient: { name: long(text, 150) },
        notes: long(text, 1900),
      });
      const pages = await pagesOf(orders().downloadLabel(order.id));
      expect(pages.map((page) => [scanQrs(page)[0], scanBars(page)[0]])).toEqual([
        [`${order.trackingCode}-1`, `${order.trackingCode}-1`],
      ]);
    }
  });

  it('are a dispatcher’s too, once it was handed over', async () => {
    const { id, trackingCode } = await addOrder(app, client);
    await expect(stops().downloadLabel(id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(stops().downloadLabels({ ids: [id] })).rejects.toMatchObject({ code: 'not_found' });
    await orders().submit({ ids: [id] });
    const pages = await pagesOf(stops().downloadLabels({ ids: [id] }));
    expect(scanQrs(pages[0]!)).toEqual([`${trackingCode}-1`]);
  });

  it('are nobody else’s, and all or none', async () => {
    const mine = await addOrder(app, client);
    const theirs = await addOrder(app, other);
    for (const ids of [[theirs.id], [randomUUID()], [mine.id, theirs.id]])
      await expect(orders().downloadLabels({ ids })).rejects.toMatchObject({ code: 'not_found' });
    await expect(orders().downloadLabel(theirs.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(orders().downloadLabels({ importId: randomUUID() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are refused where they are more than one file holds', async () => {
    const order = await addOrder(app, client, { packageCount: mostLabels + 1 });
    const refusal = {
      status: 400,
      code: 'too_many_labels',
      detail: expect.stringContaining('1001') as string,
    };
    await expect(orders().downloadLabel(order.id)).rejects.toMatchObject({
      ...refusal,
      detail: expect.stringMatching(/1001 .* in parts, with `from` and `to`/) as string,
    });
    await expect(orders().downloadLabels({ ids: [order.id] })).rejects.toMatchObject(refusal);
  });

  it('can be printed in parts, and one of them again', async () => {
    const { id } = await addOrder(app, client, { packageCount: mostLabels + 2 });
    const counts = async (range: { from?: number; to?: number }) =>
      (await pagesOf(orders().downloadLabel(id, range))).map(({ text }) => /\d+ of \d+/.exec(text)?.[0]);
    expect(await counts({ from: mostLabels + 1 })).toEqual(['1001 of 1002', '1002 of 1002']);
    expect(await counts({ from: 7, to: 8 })).toEqual(['7 of 1002', '8 of 1002']);
    expect(await counts({ to: 1 })).toEqual(['1 of 1002']);
    expect(await counts({ from: 1002, to: 10_000 })).toEqual(['1002 of 1002']);
    for (const [range, pointer] of [
      [{ from: 1003 }, 'query/from'],
      [{ from: 0 }, 'query/from'],
      [{ from: 2, to: 1 }, 'query/to'],
    ] as const)
      await expect(orders().downloadLabel(id, range)).rejects.toMatchObject({
        status: 400,
        code: 'validation_failed',
        errors: [{ pointer }],
      });
  });

  it('are asked for by ids or by an import', async () => {
    for (const body of [{}, { ids: [randomUUID()], importId: randomUUID() }])
      await expect(orders().downloadLabels(body)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('do not hold up others while they are made', async () => {
    const { id } = await addOrder(app, client, { packageCount: mostLabels });
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const started = performance.now();
    const pdf = await orders().downloadLabel(id);
    const took = performance.now() - started;
    clearInterval(timer);
    expect(pdf.size).toBeGreaterThan(100_000);
    expect(longest).toBeLessThan(took / 2);
  });
});
