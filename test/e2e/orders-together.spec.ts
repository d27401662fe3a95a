import { eventually } from '../support/eventually.js';
import { openAdmin } from '../support/admin.js';
import { call, type RawAnswer } from '../support/http.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Sent {
  notes: string;
  externalId?: string;
  token?: string;
  key?: string;
}

describe.each([
  ['without keys', false],
  ['with keys', true],
])('orders that are made at once, %s,', (_, hasKeys) => {
  let app: TestApp;
  let clients: TestClient[];
  beforeAll(async () => {
    app = await startTestApp();
    clients = [await addClient(app, await signUp(app)), await addClient(app, await signUp(app))];
  });
  afterAll(() => app.close());

  const make = ({ notes, externalId, token = clients[0]!.token, key }: Sent): Promise<RawAnswer> =>
    call(app, 'POST', '/v1/orders', {
      token,
      headers: { 'x-request-id': `request-${notes}`, ...(hasKeys && { 'idempotency-key': key ?? notes }) },
      body: { address: { addressLineOne: '476 5th Ave' }, notes, externalId },
    });
  const makeAll = (sent: Sent[]) => Promise.all(sent.map(make));
  const some = (count: number, word: string): Sent[] =>
    Array.from({ length: count }, (_, index) => ({ notes: `${word}-${index}` }));
  const stored = (notes: string) =>
    app.database.query<{ notes: string; client_id: string; work: string; request_id: string; actor: string }>(
      `select o.notes, o.client_id, o.xmin::text as work, e.request_id, e.actor ->> 'name' as actor
         from orders o join events e on e.order_id = o.id and e.type = 'order.created'
        where o.notes like $1 order by o.notes`,
      [`${notes}-%`],
    );
  /** While it runs, no such order can be stored. */
  async function whileRefused<T>(notes: string, work: () => Promise<T>): Promise<T> {
    const admin = await openAdmin(app.database.url);
    await admin.query(`alter table orders add constraint refused check (notes <> '${notes}') not valid`);
    try {
      return await work();
    } finally {
      await admin.query('alter table orders drop constraint refused');
      await admin.end();
    }
  }

  it('share transactions, and each has its own answer and its own cause', async () => {
    const colleague = await addMember(app, {
      organizationId: clients[0]!.organizationId,
      clientId: clients[0]!.id,
      role: 'member',
    });
    const { accessToken } = await app.as().auth.login({ email: colleague, password });
    const sent = some(40, 'shared').map((order, index) =>
      index % 2 ? { ...order, token: accessToken } : order,
    );
    const answers = await makeAll(sent);
    expect(answers.map(({ status, json }) => [status, json.notes])).toEqual(
      sent.map(({ notes }) => [201, notes]),
    );
    const rows = await stored('shared');
    expect(new Set(rows.map(({ work }) => work)).size).toBeLessThan(sent.length);
    expect(rows).toHaveLength(sent.length);
    const actorOf = (notes: string) => (Number(notes.split('-')[1]) % 2 ? 'Test member' : 'Test owner');
    for (const { notes, request_id, actor } of rows)
      expect([request_id, actor]).toEqual([`request-${notes}`, actorOf(notes)]);
  });

  it('belong to the client that sent them', async () => {
    const sent = some(20, 'whose').map((order, index) => ({ ...order, token: clients[index % 2]!.token }));
    expect((await makeAll(sent)).map(({ status }) => status)).toEqual(sent.map(() => 201));
    for (const { notes, client_id } of await stored('whose'))
      expect(client_id).toBe(clients[Number(notes.split('-')[1]) % 2]!.id);
  });

  it('are refused one by one where their Id is taken', async () => {
    const sent = some(12, 'taken').map((order, index) => ({ ...order, externalId: `T-${index % 4}` }));
    const answers = await makeAll(sent);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(4).fill(201),
      ...Array<number>(8).fill(409),
    ]);
    expect(await stored('taken')).toHaveLength(4);
  });

  it('are made all but the one that the database refuses', async () => {
    const sent = some(20, 'refused');
    const answers = await whileRefused('refused-7', () => makeAll(sent));
    expect(answers.map(({ status }) => status)).toEqual(sent.map((_, index) => (index === 7 ? 500 : 201)));
    expect(await stored('refused')).toHaveLength(19);
    expect((await make(sent[7]!)).status).toBe(201);
  });

  it('are made all but the one whose Id another transaction has', async () => {
    await make({ notes: 'holder-0', externalId: 'before' });
    const holder = await openAdmin(app.database.url);
    await holder.query('begin; set local role waybill_system');
    await holder.query("update orders set external_id = 'held' where external_id = 'before'");
    const made: number[] = [];
    const note = async (order: Sent) => made.push((await make(order)).status);
    const sent = some(24, 'held up');
    const first = sent.slice(0, 12).map(note);
    const waiting = make({ notes: 'held-0', externalId: 'held' });
    const rest = sent.slice(12).map(note);
    await eventually(async () => Promise.resolve(made.length === sent.length || undefined));
    expect([await stored('held'), new Set(made)]).toEqual([[], new Set([201])]);
    await Promise.all([...first, ...rest]);
    await holder.query('rollback');
    await holder.end();
    expect(await waiting).toMatchObject({ status: 201 });
  });

  it('are refused where the client may make none', async () => {
    const client = await addClient(app, await signUp(app), { allowOrderUpload: false });
    const sent = some(6, 'not allowed').map((order) => ({ ...order, token: client.token }));
    expect((await makeAll(sent)).map(({ json }) => json.code)).toEqual(
      sent.map(() => 'order_upload_not_allowed'),
    );
  });

  if (!hasKeys) return;

  it('are answered again as they were', async () => {
    const sent = some(12, 'again');
    const first = await makeAll(sent);
    const again = await makeAll(sent);
    expect(again.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
    expect(await stored('again')).toHaveLength(12);
  });

  it('find their keys by an index, however small the table was when they were prepared', async () => {
    const admin = await openAdmin(app.database.url);
    const counts = async () => {
      const { rows } = await admin.query<{ scans: number; updates: number }>(
        `select seq_scan::int as scans, n_tup_upd::int as updates from pg_stat_user_tables where relname = 'idempotency_keys'`,
      );
      return rows[0]!;
    };
    await admin.query('begin; set local role waybill_system; delete from idempotency_keys; commit');
    await admin.query('vacuum analyze idempotency_keys');
    const before = await counts();
    await makeAll(some(40, 'by index'));
    // What was done is counted some seconds later, both kinds at once.
    const after = await eventually(async () => {
      const now = await counts();
      return now.updates >= before.updates + 40 ? now : undefined;
    });
    await admin.end();
    expect(after.scans - before.scans).toBeLessThan(5);
  });

  it('are made once however often a key comes at once', async () => {
    const answers = await makeAll(Array.from({ length: 10 }, () => ({ notes: 'once-0' })));
    const codes = answers.map(({ status }) => status);
    expect(codes).toContain(201);
    expect(codes.every((status) => status === 201 || status === 409)).toBe(true);
    expect(await stored('once')).toHaveLength(1);
  });

  it('are told that an Id is taken only where the order that has it is stored', async () => {
    const sent = ['first-0', 'first-1'].map((notes) => ({ notes, externalId: 'F-1' }));
    const holder = await openAdmin(app.database.url);
    await holder.query('begin; set local role waybill_system');
    await holder.query('select 1 from clients where id = $1 for update', [clients[0]!.id]);
    const warmUp = make({ notes: 'warm up' });
    const answers = Promise.all(sent.map(make));
    const claims = await eventually(async () => {
      const rows = await app.database.query<{ claim: string }>(
        'select claim from idempotency_keys where status is null order by created_at, claim',
      );
      return rows.length === 3 ? rows : undefined;
    });
    // One of the two will not be stored.
    await app.database.query('update idempotency_keys set claim = gen_random_uuid() where claim = $1', [
      claims[1]!.claim,
    ]);
    await holder.query('rollback');
    await holder.end();
    // Whichever comes first, the other one may have the Id.
    expect((await answers).map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await stored('first')).toHaveLength(1);
    await warmUp;
    // The claim that nobody has would stay for as long as its lease.
    await app.database.query('delete from idempotency_keys where status is null');
  });

  it('are made all but the one that lost its claim', async () => {
    const sent = some(12, 'late');
    const holder = await openAdmin(app.database.url);
    await holder.query('begin; set local role waybill_system');
    await holder.query('select 1 from clients where id = $1 for update', [clients[0]!.id]);
    const answers = makeAll(sent);
    const claims = await eventually(async () => {
      const rows = await app.database.query<{ claim: string }>(
        'select claim from idempotency_keys where status is null order by created_at, claim',
      );
      return rows.length === sent.length ? rows : undefined;
    });
    await app.database.query('update idempotency_keys set claim = gen_random_uuid() where claim = $1', [
      claims[5]!.claim,
    ]);
    await holder.query('rollback');
    await holder.end();
    const codes = (await answers).map(({ status }) => status).sort();
    expect(codes).toEqual([...Array<number>(11).fill(201), 409]);
    expect(await stored('late')).toHaveLength(11);
  });
});
