import { v7 as uuidv7 } from 'uuid';
import { METADATA } from '../../src/order-fields/order-metadata.js';
import { call } from '../support/http.js';
import { addOrder, library } from '../support/orders.js';
import type { Session } from '../../sdk/src/index.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let organization: Session;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  organization = await signUp(app);
  client = await addClient(app, organization);
});
afterAll(() => app.close());

const orders = () => app.as(client.token).orders;
const stops = () => app.as(organization.accessToken).stops;

/** An order that was handed over. */
async function addStop(metadata: Record<string, string>): Promise<string> {
  const { id } = await addOrder(app, client, { metadata });
  await orders().submit({ ids: [id] });
  return id;
}

describe('the metadata of an order', () => {
  it('is kept as given, and shown to both sides', async () => {
    const metadata = { ' Cost  centre ': ' NYC\t4 ', ключ: '', '{}': '東京 🗼', id: "'=1+1" };
    const id = await addStop(metadata);
    expect((await orders().get(id)).metadata).toEqual(metadata);
    expect((await stops().get(id)).metadata).toEqual(metadata);
    const listed = await stops().list({ metadata: { id: "'=1+1" } });
    expect(listed.items.map((stop) => stop.metadata)).toEqual([metadata]);
  });

  it('is empty unless given', async () => {
    expect((await addOrder(app, client)).metadata).toEqual({});
    const batch = await orders().createMany({
      orders: [library, { ...library, metadata: { a: '1' } }, { ...library, metadata: null }],
    });
    expect(batch.results.map(({ order }) => order?.metadata)).toEqual([{}, { a: '1' }, {}]);
  });

  it('is replaced as a whole, stays where a change leaves it out, and goes with null', async () => {
    const { id } = await addOrder(app, client, { metadata: { a: '1', b: '2' } });
    expect(await orders().update(id, { notes: 'Ring' })).toMatchObject({ metadata: { a: '1', b: '2' } });
    const same = await orders().update(id, { metadata: { b: '2', a: '1' } });
    const replaced = await orders().update(id, { metadata: { c: '3' } });
    expect(replaced).toMatchObject({ metadata: { c: '3' }, version: same.version + 1 });
    const [changed] = (await orders().timeline(id)).items;
    expect(changed).toMatchObject({ type: 'order.updated', data: { fields: ['metadata'] } });
    expect((await orders().update(id, { metadata: null })).metadata).toEqual({});
  });

  it('is for a dispatcher to set on its own stops only', async () => {
    const own = await stops().create({ ...library, metadata: { a: '1' } });
    expect(own.metadata).toEqual({ a: '1' });
    expect((await stops().update(own.id, { metadata: { b: '2' } })).metadata).toEqual({ b: '2' });
    const theirs = await addStop({ a: '1' });
    await expect(stops().update(theirs, { metadata: {} })).rejects.toMatchObject({
      code: 'stop_not_editable',
      errors: [{ pointer: '/metadata' }],
    });
  });

  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, '']));
  const shape = 'must be an object whose values are texts, such as {"costCentre": "315"}';
  it.each<[string, unknown, [string, string, string]]>([
    [
      'more keys than may be',
      many(METADATA.keys + 1),
      ['/metadata', 'too_big', `may have ${METADATA.keys} keys at most`],
    ],
    [
      'a key that is too long',
      { ['k'.repeat(METADATA.key + 1)]: '' },
      [`/metadata/${'k'.repeat(METADATA.key + 1)}`, 'too_big', `may have ${METADATA.key} characters at most`],
    ],
    [
      'a key without characters',
      { '': '' },
      ['/metadata/', 'invalid_format', 'may not be empty or hold square brackets'],
    ],
    [
      'a key that the filter cannot name',
      { 'a[b]': '' },
      ['/metadata/a[b]', 'invalid_format', 'may not be empty or hold square brackets'],
    ],
    [
      'a value that is too long',
      { a: 'v'.repeat(METADATA.value + 1) },
      ['/metadata/a', 'too_big', `may have ${METADATA.value} characters at most`],
    ],
    ['a number', { a: 1 }, ['/metadata/a', 'invalid_type', 'must be text in quotes, not a number']],
    [
      'an object',
      { a: { b: '1' } },
      ['/metadata/a', 'invalid_type', 'must be text in quotes, not an object'],
    ],
    ['a list', ['a'], ['/metadata', 'invalid_type', shape]],
    ['a text', 'a=b', ['/metadata', 'invalid_type', shape]],
  ])('is refused with %s', async (_, metadata, [pointer, code, detail]) => {
    const body = { ...library, metadata } as never;
    await expect(orders().create(body)).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer, code, detail }],
    });
  });

  it('takes as much as it says', async () => {
    const metadata = Object.fromEntries(
      Array.from({ length: METADATA.keys }, (_, n) => [
        `${'🗼'.repeat(METADATA.key - 2)}${10 + n}`,
        '🗼'.repeat(METADATA.value),
      ]),
    );
    expect((await addOrder(app, client, { metadata })).metadata).toEqual(metadata);
  });
});

describe('the filter by metadata', () => {
  const marker = uuidv7();
  beforeAll(async () => {
    for (const [a, b] of [
      ['1', 'x'],
      ['1', 'y'],
      ['2', 'x'],
    ] as const)
      await addStop({ marker, a, b, 'two words & more': '=' });
  });

  it.each<[Record<string, string>, number]>([
    [{ marker }, 3],
    [{ marker, a: '1' }, 2],
    [{ b: 'x', marker, a: '1' }, 1],
    [{ marker, a: '3' }, 0],
    [{ marker, nothing: '' }, 0],
    [{ marker, 'two words & more': '=' }, 3],
    [{ marker, a: '%' }, 0],
  ])('%j finds %d orders and stops', async (metadata, count) => {
    expect((await orders().list({ metadata })).items).toHaveLength(count);
    expect((await stops().list({ metadata })).items).toHaveLength(count);
  });

  it('goes on from page to page, in whichever order its keys come', async () => {
    const first = await orders().list({ metadata: { marker, b: 'x' }, limit: 1 });
    const second = await orders().list({
      metadata: { b: 'x', marker },
      limit: 1,
      cursor: first.nextCursor!,
    });
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
    await expect(
      orders().list({ metadata: { marker, b: 'y' }, cursor: first.nextCursor! }),
    ).rejects.toMatchObject({ code: 'cursor_mismatch' });
  });

  it.each<[string, string, [string, string, string][]]>([
    ['a text', 'metadata=x', [['metadata', 'invalid_type', 'is given with a key: metadata[key]=value']]],
    [
      'a text beside a key',
      'metadata[a]=1&metadata=x',
      [
        ['metadata[a]', 'unknown_field', expect.any(String) as string],
        ['metadata', 'invalid_type', 'is given with a key: metadata[key]=value'],
      ],
    ],
    [
      'a key twice',
      'metadata[a]=1&metadata[a]=2',
      [['metadata[a]', 'invalid_type', 'may be given only once']],
    ],
    [
      'a key that is none',
      'metadata[__proto__]=1',
      [['metadata[__proto__]', 'unknown_field', expect.any(String) as string]],
    ],
    [
      'six keys',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => `metadata[${key}]=1`).join('&'),
      [['metadata', 'too_big', 'may have 5 keys at most']],
    ],
    [
      'a long key',
      `metadata[${'k'.repeat(METADATA.key + 1)}]=1`,
      [
        [
          `metadata[${'k'.repeat(METADATA.key + 1)}]`,
          'too_big',
          `may have ${METADATA.key} characters at most`,
        ],
      ],
    ],
    [
      'a long value',
      `metadata[a]=${'v'.repeat(METADATA.value + 1)}`,
      [['metadata[a]', 'too_big', `may have ${METADATA.value} characters at most`]],
    ],
  ])('refuses %s', async (_, query, faults) => {
    const errors = faults.map(([name, code, detail]) => ({ pointer: `query/${name}`, code, detail }));
    for (const [token, path] of [
      [client.token, '/v1/orders'],
      [organization.accessToken, '/v1/stops'],
    ] as const) {
      const { status, json } = await call(app, 'GET', `${path}?${query}`, { token });
      expect([status, json.errors]).toEqual([400, expect.arrayContaining(errors)]);
      expect(json.errors).toHaveLength(errors.length);
    }
  });
});

describe('the tracking code of an order', () => {
  it('is there from the draft on, the same for both sides, and stays', async () => {
    const draft = await addOrder(app, client);
    expect(draft.trackingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    await orders().submit({ ids: [draft.id] });
    expect((await orders().get(draft.id)).trackingCode).toBe(draft.trackingCode);
    expect((await stops().get(draft.id)).trackingCode).toBe(draft.trackingCode);
    expect((await stops().update(draft.id, { notes: 'Ring' })).trackingCode).toBe(draft.trackingCode);
  });

  it('is another for every order, also of those made in one moment', async () => {
    const { results } = await orders().createMany({ orders: Array.from({ length: 1000 }, () => library) });
    const codes = new Set(results.map(({ order }) => order?.trackingCode));
    expect(codes.size).toBe(1000);
  });

  it('cannot be given', async () => {
    const body = { ...library, trackingCode: 'AAAAA-AAAAA' } as never;
    await expect(orders().create(body)).rejects.toMatchObject({ errors: [{ code: 'unknown_field' }] });
  });
});
