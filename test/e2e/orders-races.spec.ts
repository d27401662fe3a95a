import fc from 'fast-check';
import { addOrder } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  client = await addClient(app, await signUp(app));
});
afterAll(() => app.close());

const as = () => app.as(client.token).orders;

/** The order's story as its events tell it. */
async function story(id: string): Promise<string[]> {
  const { items } = await as().timeline(id, { limit: 200 });
  return items.map(({ type }) => type).reverse();
}

describe('many callers at once', () => {
  it('submit an order once', async () => {
    const { id } = await addOrder(app, client);
    const results = await Promise.all(Array.from({ length: 12 }, () => as().submit({ ids: [id] })));
    expect(results.filter(({ succeededCount }) => succeededCount === 1)).toHaveLength(1);
    expect(await story(id)).toEqual(['order.created', 'order.submitted']);
  });

  it('submit the same orders in opposite directions, each order once', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 20; index++) ids.push((await addOrder(app, client)).id);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => as().submit({ ids: index % 2 ? ids : [...ids].reverse() })),
    );
    expect(results.flatMap(({ succeeded }) => succeeded ?? []).sort()).toEqual([...ids].sort());
  });

  it('change one version once', async () => {
    const order = await addOrder(app, client);
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const response = await fetch(`${app.url}/v1/orders/${order.id}`, {
          method: 'PATCH',
          headers: {
            authorization: `Bearer ${client.token}`,
            'content-type': 'application/json',
            'if-match': '"1"',
          },
          body: JSON.stringify({ notes: `by ${index}` }),
        });
        return response.status;
      }),
    );
    expect(statuses.sort()).toEqual([200, ...Array<number>(7).fill(412)]);
  });

  it('never submit an order that an edit has just emptied, nor edit one that was submitted', async () => {
    await app.database.query(`update clients set required_fields = '{recipient.name}' where id = $1`, [
      client.id,
    ]);
    for (let round = 0; round < 15; round++) {
      const { id } = await addOrder(app, client);
      const [edit, submit] = await Promise.all([
        as()
          .update(id, { recipient: { name: null } })
          .then(
            () => 'edited',
            (error: { code: string }) => error.code,
          ),
        as().submit({ ids: [id] }),
      ]);
      const order = await as().get(id);
      const outcome = [edit, submit.failed[0]?.code, order.status, order.recipient.name, await story(id)];
      expect([
        ['edited', 'required_fields_missing', 'draft', null, ['order.created', 'order.updated']],
        ['order_not_editable', undefined, 'submitted', 'Ada Reader', ['order.created', 'order.submitted']],
      ]).toContainEqual(outcome);
    }
    await app.database.query(`update clients set required_fields = '{}' where id = $1`, [client.id]);
  });

  it('never lose a withdrawal to a route, nor a route to a withdrawal', async () => {
    for (let round = 0; round < 15; round++) {
      const { id } = await addOrder(app, client);
      await as().submit({ ids: [id] });
      const [withdrawal, assigned] = await Promise.all([
        as().withdraw({ ids: [id] }),
        app.database.query(
          `update orders set status = 'scheduled', version = version + 1 where id = $1 and status = 'submitted' returning id`,
          [id],
        ),
      ]);
      expect(withdrawal.succeededCount + assigned.length).toBe(1);
      expect((await as().get(id)).status).toBe(assigned.length === 1 ? 'scheduled' : 'draft');
    }
  });
});

describe('any crowd of submits, withdrawals, edits and deletions', () => {
  type Move = 'submit' | 'withdraw' | 'edit' | 'delete';
  const moves: fc.Arbitrary<Move> = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Move>('submit') },
    { weight: 4, arbitrary: fc.constant<Move>('withdraw') },
    { weight: 3, arbitrary: fc.constant<Move>('edit') },
    { weight: 1, arbitrary: fc.constant<Move>('delete') },
  );

  async function play(id: string, move: Move): Promise<Move | null> {
    const body = { ids: [id] };
    const done =
      move === 'edit'
        ? await as()
            .update(id, { notes: String(Math.random()) })
            .then(
              () => 1,
              () => 0,
            )
        : (
            await {
              submit: () => as().submit(body),
              withdraw: () => as().withdraw(body),
              delete: () => as().deleteMany(body),
            }[move]()
          ).succeededCount;
    return done ? move : null;
  }

  const events: Record<string, Move | 'create'> = {
    'order.created': 'create',
    'order.submitted': 'submit',
    'order.withdrawn': 'withdraw',
    'order.updated': 'edit',
    'order.deleted': 'delete',
  };
  const after: Record<string, Partial<Record<Move, string>>> = {
    draft: { submit: 'submitted', edit: 'draft', delete: 'deleted' },
    submitted: { withdraw: 'draft' },
    deleted: {},
  };

  it('leaves a story of allowed steps that ends where the order is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 4, maxLength: 10 }), async (crowd) => {
        const { id } = await addOrder(app, client);
        const done = (await Promise.all(crowd.map((move) => play(id, move)))).filter((move) => move !== null);
        const rows = await app.database.query<{ type: string }>(
          'select type from events where order_id = $1 order by seq',
          [id],
        );
        const steps = rows.map(({ type }) => events[type]).slice(1) as Move[];
        expect([...steps].sort()).toEqual([...done].sort());
        let state = 'draft';
        for (const step of steps) {
          const next = after[state]?.[step];
          expect([state, step, next]).toEqual([state, step, expect.any(String)]);
          state = next!;
        }
        const [row] = await app.database.query<{ status: string; version: number }>(
          'select status, version from orders where id = $1',
          [id],
        );
        expect([row?.status ?? 'deleted', row?.version ?? steps.length]).toEqual([
          state,
          row ? steps.length + 1 : steps.length,
        ]);
      }),
      { numRuns: 25 },
    );
  });
});
