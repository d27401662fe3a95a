import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { openapi } from '../support/contract.js';
import { addSandbox } from '../support/sandbox.js';
import type { Ids } from './matrix.ids.js';
import { Maker } from './matrix.maker.js';
import { operations, rowsOf, type Operation } from './matrix.operations.js';
import { buildWorld, callerOf, type Caller, type World } from './matrix.world.js';

interface Parameter {
  in: string;
  name: string;
  schema: { enum?: string[] };
}

const parametersOf = ({ method, path }: Operation): Parameter[] =>
  (openapi.paths[path]![method.toLowerCase()] as { parameters?: Parameter[] }).parameters ?? [];

/** A store's cursors are its own: only the store can tell whether one is forged, as is tried with its other answers. */
const ofStores = ['listShopifyOrders'];

const lists = operations.filter(
  (operation) =>
    !ofStores.includes(operation.id) && parametersOf(operation).some(({ name }) => name === 'cursor'),
);

/** Each way in which a list can be sorted has cursors of its own. */
function sortings(operation: Operation): string[] {
  const sorts = parametersOf(operation).find(({ name }) => name === 'sort')?.schema.enum;
  const isAround = parametersOf(operation).some(({ name }) => name === 'near');
  return [...(sorts?.map((sort) => `sort=${sort}`) ?? ['']), ...(isAround ? ['near=40.7532,-73.9822'] : [])];
}

const cases = lists.flatMap((operation) =>
  sortings(operation).map((query) => [`${operation.id} ${query}`.trim(), operation, query] as const),
);

/** A first page is only followed by another where there are two rows: how the lists that have none get them. */
const secondRow: Record<string, (world: World, make: Maker, ids: Ids) => Promise<unknown>> = {
  listApiKeys: (_, make) => make.apiKey(),
  listClientMembers: (world, _, { id }) => addClientMembers(world, id!),
  listDepots: (_, make) => make.depot(),
  listDrivers: (_, make) => make.driver(),
  listEvents: (_, make) => make.event(),
  listInvitations: (_, make) => make.invitation(),
  listJobs: (_, make) => make.deadJob(),
  listOrderImportErrors: (world, make) => uploadBadRows(world, make),
  listOrderImports: (_, make) => make.queuedImport(),
  listOrderTimeline: (world, make, { id }) => edit(world, make, id!),
  listOrders: (_, make) => make.order('draft'),
  listRoutes: (_, make) => make.route(),
  listShopifyFulfillments: (_, make) => make.storeFulfillment(),
  listSandboxMails: (world) => addSandboxMail(world),
  listSessions: (_, make) => make.session(),
  listShopifyDataRequests: (_, make) => make.shopifyDataRequest(),
  listShopifyErasures: (_, make) => make.shopifyErasure(),
  listShopifyImports: (_, make) => make.shopifyImport(),
  listShopifyImportResults: () => Promise.resolve(),
  listStopImportErrors: (world, make) => uploadBadRows(world, make),
  listStopImports: (_, make) => make.queuedImport(),
  listStops: (_, make) => make.order(),
  listTeamMembers: (_, make) => make.member(),
  listWebhookDeliveries: (_, make, { id }) => make.webhookDelivery(id),
  listWebhookEndpoints: (_, make) => make.webhookEndpoint(),
};

function addSandboxMail({ app }: World) {
  return app.database.query(
    `insert into sandbox_mails (id, organization_id, message_id, recipient, subject, text, html, created_at)
     select $1::uuid, id, $1::uuid::text, '', '', '', '', now() from organizations where test_mode`,
    [randomUUID()],
  );
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Cursors with one key after another replaced, and broken ones; the list they are of is always right. */
function zoo(genuine: string, foreign: string): [string, string][] {
  const { k: keys, f } = JSON.parse(Buffer.from(genuine, 'base64url').toString()) as { k: Json[]; f: string };
  const strange: [string, Json][] = [
    ['null', null],
    ['true', true],
    ['a word', 'nonsense'],
    ['nothing', ''],
    ['a list', [keys[0]!]],
    ['an object', { $ne: null }],
    ['a negative number', -1],
    ['a negative fraction', -0.5],
    ['a huge number', 1e300],
    ['2^31', 2 ** 31],
    ['2^63 as text', '9223372036854775808'],
    ['not a number, as text', 'NaN'],
    ['infinity as text', 'infinity'],
    ['a lone surrogate', '\ud800'],
    ['a NUL', '\u0000'],
    ['an id with a NUL', `${randomUUID()}\u0000`],
    ['an id that is none', '00000000-0000-0000-0000-00000000000g'],
    ['the year 0', '0000-01-01T00:00:00.000Z'],
    ['the year 10000', '+010000-01-01T00:00:00.000Z'],
    ['a day that is none', '2026-02-30T00:00:00.000Z'],
    ['SQL', "' or 1=1 --"],
  ];
  const replaced = keys.flatMap((_, at) =>
    strange.map(([name, value]): [string, string] => [
      `${name} as key ${at}`,
      encode({ k: keys.with(at, value), f }),
    ]),
  );
  const text = JSON.stringify({ k: keys, f });
  return [
    // A key that may be missing is null in the genuine one already.
    ...replaced.filter(([, forged]) => forged !== genuine),
    ['no keys', encode({ k: [], f })],
    ['a key too many', encode({ k: [...keys, keys[0]], f })],
    ['keys that are no list', encode({ k: keys[0], f })],
    ['not a number', encode(`{"k":[NaN],"f":"${f}"}`)],
    ['a number past all numbers', encode(`{"k":[${keys.map(() => '1e999').join()}],"f":"${f}"}`)],
    ['a prototype', encode(text.replace('{', '{"__proto__":{"k":[]},'))],
    ['a constructor', encode(text.replace('{', '{"constructor":{"prototype":{}},'))],
    ['a field too many', encode({ k: keys, f, limit: 1000 })],
    ['no list', encode({ k: keys })],
    ['a list that is a number', encode({ k: keys, f: 1 })],
    ['another list', foreign],
    ['half of one', genuine.slice(0, genuine.length / 2)],
    ['all but its end', genuine.slice(0, -1)],
    ['one twice', genuine + genuine],
    ['other letters', `${genuine}!`],
    ['a word', 'nonsense'],
    ['nothing', ''],
    ['JSON as it is', text],
    ['null', encode(null)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0xd8]).toString('base64url')],
    ['2000 letters', 'a'.repeat(2000)],
    ['too many letters', 'a'.repeat(2001)],
  ];
}

describe('a forged cursor', () => {
  let world: World;
  let sandbox: Caller;
  const foreign: [string, string][] = [];
  beforeAll(async () => {
    world = await buildWorld({ filters: true, policies: true });
    sandbox = { ...world.callers[0]!, name: 'sandbox key', token: (await addSandbox(world.app)).token };
    for (const id of ['listSessions', 'listApiKeys']) {
      for (const name of ['owner', 'client owner']) {
        const caller = world.callers.find((one) => one.name === name)!;
        foreign.push([`${id} ${caller.token}`, await genuineCursor(id, caller)]);
      }
    }
  });
  afterAll(() => world.close());

  it('has a list to be tried on', () => expect(lists.length).toBeGreaterThanOrEqual(16));

  it.each(cases)('is refused by %s', async (_, operation, query) => {
    const caller = operation.path.startsWith('/v1/sandbox/') ? sandbox : callerOf(world, operation);
    const { path, cursor } = await pageOf(operation, query, caller);
    const again = await get(path, cursor, caller);
    expect([again.status, (again.json.items as unknown[]).length]).toEqual([200, 1]);
    const others = foreign.filter(([key]) => !key.startsWith(`${operation.id} `));
    const other = others.find(([key]) => key.endsWith(caller.token!)) ?? others[0]!;
    const answers: unknown[] = [];
    for (const [name, forged] of zoo(cursor, other[1])) {
      const { status, json } = await get(path, forged, caller);
      if (status !== 400 || !/^(cursor_|validation_failed)/.test(String(json.code)))
        answers.push([name, status, json.code]);
    }
    expect(answers).toEqual([]);
  });

  function get(path: string, cursor: string | undefined, { token }: Caller) {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    return call(world.app, 'GET', `${path}${query}`, { token });
  }

  async function genuineCursor(id: string, caller: Caller): Promise<string> {
    return (
      await pageOf(
        lists.find((list) => list.id === id)!,
        '',
        caller,
      )
    ).cursor;
  }

  /** The address of a first page that another follows, and where that one begins. */
  async function pageOf(operation: Operation, query: string, caller: Caller) {
    const make = new Maker(world.app, caller.home, caller);
    let ids = (await rowsOf(operation)[0]!.ids?.(make)) ?? {};
    for (let rows = 0; rows < 2; rows += 1) {
      const made = await secondRow[operation.id]?.(world, make, ids);
      if (operation.path.includes('{id}/errors')) ids = { id: String(made) };
    }
    const path = `${operation.path.replace(/{(\w+)}/g, (_name, id: string) => ids[id]!)}?limit=1&${query}`;
    const { json } = await get(path, undefined, caller);
    if (typeof json.nextCursor !== 'string')
      throw new Error(`${operation.id} has no second page: say in secondRow how its rows are made.`);
    return { path, cursor: json.nextCursor };
  }
});

async function addClientMembers({ app }: World, clientId: string): Promise<void> {
  await app.database.query(
    `insert into memberships (id, user_id, organization_id, client_id, role, created_at, updated_at)
     select gen_random_uuid(), u.id, c.organization_id, c.id, 'member', now(), now() from clients c,
       (select id from users where id not in (select user_id from memberships where client_id = $1) limit 1) u
      where c.id = $1`,
    [clientId],
  );
}

async function edit({ app }: World, { caller }: Maker, id: string): Promise<void> {
  await call(app, 'PATCH', `/v1/orders/${id}`, { token: caller!.token, body: { notes: randomUUID() } });
}

/** Answers the id of an import with two problems. */
async function uploadBadRows({ app }: World, make: Maker): Promise<string> {
  const path = make.isClient() ? '/v1/order-imports' : '/v1/stop-imports';
  const form = new FormData();
  const rows = 'Address Line 1,Package Count\n1 Main St,many\n2 Main St,few\n';
  form.append('file', new Blob([rows], { type: 'text/csv' }), 'orders.csv');
  const { token } = make.caller!;
  const id = String((await call(app, 'POST', path, { token, body: form })).json.id);
  await eventually(async () => {
    const { json } = await call(app, 'GET', `${path}/${id}`, { token });
    return json.finishedAt ? true : undefined;
  });
  return id;
}
