import { v7 as uuidv7 } from 'uuid';
import { runInContext, systemActor } from '../../src/common/http/request-context.js';
import type { Walls } from '../../src/database/database.js';
import { NoScopeError, type Scope } from '../../src/database/tenancy/tenancy.js';
import { TenantReads } from '../../src/database/tenancy/tenant-reads.js';
import { selectCandidates } from '../../src/modules/orders/search/search-sql.js';
import { searchTerms } from '../../src/modules/orders/search/search-terms.js';
import { addOrder } from '../support/orders.js';
import { indexTexts } from '../support/order-texts.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const cases: [string, Walls][] = [
  ['both walls', { filters: true, policies: true }],
  ['wall one (filters) off', { filters: false, policies: true }],
  ['wall two (policies) off', { filters: true, policies: false }],
];

describe.each(cases)('orders with %s', (_, walls) => {
  let app: TestApp;
  let mine: TestClient;
  let theirs: string[];
  let own: string;
  let importId: string;

  beforeAll(async () => {
    app = await startTestApp({ walls, watched: false });
    const owner = await signUp(app);
    mine = await addClient(app, owner);
    const sibling = await addClient(app, owner);
    const stranger = await addClient(app, await signUp(app));
    importId = uuidv7();
    own = (await addOrder(app, mine, { externalId: 'SAME' })).id;
    theirs = [];
    for (const [row, client] of [sibling, stranger].entries()) {
      const { id } = await addOrder(app, client, { externalId: 'SAME' });
      await app.database.query('update orders set import_id = $2, import_row = $3 where id = $1', [
        id,
        importId,
        row,
      ]);
      theirs.push(id);
    }
  });
  afterAll(() => app.close());

  const states = async () => {
    const rows = await app.database.query<{ status: string; version: number }>(
      'select status, version from orders where id = any($1)',
      [theirs],
    );
    return rows.map(({ status, version }) => `${status} ${version}`);
  };

  it('are listed, counted and found to their own client alone', async () => {
    const as = app.as(mine.token).orders;
    for (const options of [
      {},
      { status: ['draft' as const, 'failed' as const] },
      { externalId: 'SAME' },
      { q: 'Ada' },
    ])
      expect((await as.list(options)).items.map(({ id }) => id)).toEqual([own]);
    expect((await as.list({ importId })).items).toEqual([]);
    expect((await as.summary()).draft).toBe(1);
    for (const id of theirs) {
      await expect(as.get(id)).rejects.toMatchObject({ status: 404 });
      await expect(as.timeline(id)).rejects.toMatchObject({ status: 404 });
      await expect(as.getProofOfDelivery(id)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('are candidates of a search of their own client alone', async () => {
    await indexTexts(app);
    const { organizationId, id: clientId } = mine;
    const scope = { audience: 'client' as const, organizationId, clientId };
    const candidates = (q: string) =>
      runInContext({ requestId: 'test', scope, actor: systemActor }, () =>
        app.nest.get(TenantReads).rows((statement) => {
          const terms = searchTerms(q)!;
          return selectCandidates(statement, terms, terms.indexed[0]!, 9);
        }),
      );
    expect(await candidates('Ada')).toEqual([{ id: own }]);
    for (const id of theirs) expect(await candidates(id)).toEqual([]);
  });

  it('are changed by their own client alone', async () => {
    const as = app.as(mine.token).orders;
    for (const id of theirs) {
      await expect(as.update(id, { notes: 'mine' })).rejects.toMatchObject({
        status: 404,
      });
      await expect(as.delete(id)).rejects.toMatchObject({ status: 404 });
    }
    const body = { ids: theirs };
    expect((await as.submit(body)).failed.map(({ code }) => code)).toEqual(['not_found', 'not_found']);
    expect((await as.deleteMany(body)).succeededCount).toBe(0);
    expect((await as.submit({ importId })).succeededCount).toBe(0);
    expect((await as.submit({ all: true })).succeededCount).toBe(1);
    await app.database.query(`update orders set status = 'submitted' where id = any($1)`, [theirs]);
    expect((await as.withdraw(body)).succeededCount).toBe(0);
    expect(await states()).toEqual(['submitted 1', 'submitted 1']);
  });

  it('are read in one trip only within a scope, which does not outlive the read', async () => {
    const reads = app.nest.get(TenantReads);
    const seen = (scope: Scope) =>
      runInContext({ requestId: 'test', scope, actor: systemActor }, () =>
        reads.rows<{ id: string }>((statement, within) => ({
          text: `select o.id from orders o where ${statement.tenant(within, 'o')}`,
        })),
      );
    const { organizationId, id: clientId } = mine;
    const client = { audience: 'client' as const, organizationId, clientId };
    const nobody = { audience: 'none' as const };
    for (let round = 0; round < 4; round++) {
      expect(await seen(client)).toEqual([{ id: own }]);
      expect(await seen({ ...client, clientId: uuidv7() })).toEqual([]);
      await expect(seen(nobody)).rejects.toThrow(NoScopeError);
    }
    await expect(reads.rows(() => ({ text: 'select 1' }))).rejects.toThrow(NoScopeError);
  });

  it('cannot be written by a read', async () => {
    const { organizationId, id: clientId } = mine;
    await expect(
      runInContext(
        { requestId: 'test', scope: { audience: 'client', organizationId, clientId }, actor: systemActor },
        () => app.nest.get(TenantReads).rows(() => ({ text: `delete from orders returning id` })),
      ),
    ).rejects.toThrow('read-only transaction');
    expect((await app.as(mine.token).orders.list()).items).toHaveLength(1);
  });
});
