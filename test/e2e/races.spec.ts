import fc from 'fast-check';
import type { Waybill } from '../../sdk/src/index.js';
import {
  mayMove,
  orderTransitions,
  type OrderAction,
  type OrderStatus,
} from '../../src/modules/orders/order-status.js';
import { planRoute, refusal, statusOf, timelineOf } from '../support/dispatch.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** What somebody tries with one of the orders and one of the routes. */
const tries = [
  'submit',
  'withdraw',
  'edit draft',
  'edit stop',
  'assign',
  'assign all',
  'unassign',
  'reorder',
  'start',
  'deliver',
  'fail',
  'reschedule',
  'return',
] as const;
interface Try {
  what: (typeof tries)[number];
  order: number;
  route: number;
}

/** The action each event tells of, and where it leads when that is not always the same. */
const told: Record<string, [OrderAction, OrderStatus?]> = {
  'order.submitted': ['submit'],
  'order.withdrawn': ['withdraw'],
  'order.returned': ['return'],
  'order.scheduled': ['assign'],
  'order.unscheduled': ['unassign'],
  'order.out_for_delivery': ['start'],
  'order.delivered': ['attempt', 'delivered'],
  'order.failed': ['attempt', 'failed'],
  'order.rescheduled': ['reschedule'],
};

/** What a loser may be told; anything else, a 500 above all, is a fault. */
const fair = /^(done|404 not_found|400 validation_failed|409 (order|stop|route)_\w+)$/;

describe('many callers at once', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let client: Waybill;
  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app);
    dispatcher = app.as(owner.accessToken);
    client = app.as((await addClient(app, owner)).token);
  });
  afterAll(() => app.close());

  const newOrder = async () =>
    (await client.orders.create({ address: { addressLineOne: '476 5th Ave' } })).id;
  const submitted = async () => {
    const id = await newOrder();
    await client.orders.submit({ ids: [id] });
    return id;
  };
  const attempt = (id: string, state: 'delivered_other' | 'failed_other') =>
    dispatcher.stops.recordAttempt(id, { state });

  const run = ({ what, order, route }: Try, orders: string[], routes: string[]): Promise<unknown> => {
    const [id, routeId] = [orders[order]!, routes[route]!];
    const calls: Record<Try['what'], () => PromiseLike<unknown>> = {
      submit: () => client.orders.submit({ ids: orders.toReversed() }),
      withdraw: () => client.orders.withdraw({ ids: [id, ...orders] }),
      'edit draft': () => client.orders.update(id, { notes: String(Math.random()) }),
      'edit stop': () => dispatcher.stops.update(id, { notes: String(Math.random()) }),
      assign: () => dispatcher.routes.addStops(routeId, { stopIds: [id], position: 1 }),
      'assign all': () => dispatcher.routes.addStops(routeId, { stopIds: orders.toReversed() }),
      unassign: () => dispatcher.routes.removeStop(routeId, id),
      reorder: () => dispatcher.routes.optimize(routeId),
      start: () => dispatcher.routes.start(routeId),
      deliver: () => attempt(id, 'delivered_other'),
      fail: () => attempt(id, 'failed_other'),
      reschedule: () => dispatcher.stops.reschedule(id),
      return: () => dispatcher.stops.return(id, { reason: 'Why' }),
    };
    return Promise.resolve(calls[what]());
  };

  /** Follows the timeline step by step: each legal, and the last where the order is. */
  const follow = async (id: string) => {
    const timeline = await timelineOf(app, id);
    let state: OrderStatus = 'draft';
    for (const type of timeline) {
      const step = told[type];
      if (!step) continue;
      const [action, to = orderTransitions[action].to[0]] = step;
      expect({ timeline, type, state, legal: mayMove(action, state, to) }).toMatchObject({ legal: true });
      state = to;
    }
    expect({ timeline, status: await statusOf(app, id) }).toEqual({ timeline, status: state });
  };

  /** Orders and routes that do not agree with each other. */
  const disagreements = (orders: string[], routes: string[]) =>
    app.database.query(
      `select o.id, o.status, r.status as route, o.route_position
         from orders o left join routes r on r.id = o.route_id
        where o.id = any($1) and not case o.status
                when 'draft' then o.route_id is null
                when 'submitted' then o.route_id is null
                when 'scheduled' then r.status = 'planned'
                when 'out_for_delivery' then r.status = 'started' and o.eta_at is not null
                else r.status = 'started' and o.attempted_at is not null end
       union all
       select null, 'places', r.status, count(*)::int
         from routes r join orders o on o.route_id = r.id
        where r.id = any($2) group by r.id
       having count(distinct o.route_position) < count(*)
           or (r.status = 'planned' and max(o.route_position) <> count(*))`,
      [orders, routes],
    );

  it('never make an illegal step, and the timeline agrees with the state', async () => {
    const tryOut = fc.record({
      what: fc.constantFrom(...tries),
      order: fc.nat(2),
      route: fc.nat(1),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(tryOut, { minLength: 2, maxLength: 8 }), { minLength: 2, maxLength: 7 }),
        async (rounds) => {
          const orders = [await submitted(), await submitted(), await newOrder()];
          const routes = [(await planRoute(dispatcher, 0)).id, (await planRoute(dispatcher, 0)).id];
          for (const round of rounds) {
            const answers = await Promise.all(round.map((one) => refusal(run(one, orders, routes))));
            for (const answer of answers) expect(answer).toMatch(fair);
            for (const id of orders) await follow(id);
            expect(await disagreements(orders, routes)).toEqual([]);
          }
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);

  it('withdraw or assign: one of the two wins', async () => {
    const { id: routeId } = await planRoute(dispatcher, 0);
    for (let turn = 0; turn < 15; turn++) {
      const id = await submitted();
      const [withdrawn, assigned] = await Promise.all([
        client.orders.withdraw({ ids: [id] }),
        refusal(dispatcher.routes.addStops(routeId, { stopIds: [id] })),
      ]);
      expect(withdrawn.succeededCount + (assigned === 'done' ? 1 : 0)).toBe(1);
      expect(assigned).toMatch(/^(done|404 not_found)$/);
      expect(await statusOf(app, id)).toBe(assigned === 'done' ? 'scheduled' : 'draft');
      if (assigned !== 'done') continue;
      expect(withdrawn.failed).toMatchObject([{ id, code: 'order_on_route' }]);
    }
  });

  it('assign one stop to many routes: it gets on one', async () => {
    const routes = await Promise.all(Array.from({ length: 6 }, () => planRoute(dispatcher, 0)));
    const id = await submitted();
    const answers = await Promise.all(
      routes.map((route) => refusal(dispatcher.routes.addStops(route.id, { stopIds: [id] }))),
    );
    expect(answers.sort()).toEqual([...Array<string>(5).fill('409 stop_not_assignable'), 'done']);
    expect((await timelineOf(app, id)).filter((type) => type === 'order.scheduled')).toHaveLength(1);
  });

  it('start one route: it starts once, and every attempt sent twice counts once', async () => {
    const { id, stops } = await planRoute(dispatcher, 3);
    const starts = await Promise.all(Array.from({ length: 6 }, () => refusal(dispatcher.routes.start(id))));
    expect(starts.sort()).toEqual([...Array<string>(5).fill('409 route_started'), 'done']);
    const attemptedAt = new Date().toISOString();
    await Promise.all(
      [...stops, ...stops, ...stops].map((stop) =>
        dispatcher.stops.recordAttempt(stop.id, { state: 'delivered_other', attemptedAt }),
      ),
    );
    for (const stop of stops) {
      const delivered = (await timelineOf(app, stop.id)).filter((type) => type === 'order.delivered');
      expect(delivered).toHaveLength(1);
    }
    expect((await dispatcher.routes.complete(id)).status).toBe('completed');
  });

  it('of many orders at once wait for each other and never get stuck', async () => {
    const [mine, others] = [await planRoute(dispatcher, 0), await planRoute(dispatcher, 0)];
    const all = await Promise.all(Array.from({ length: 40 }, newOrder));
    await client.orders.submit({ ids: all });
    const [scheduled, free] = [all.filter((_, n) => n % 2 === 0), all.filter((_, n) => n % 2 === 1)];
    await dispatcher.routes.addStops(mine.id, { stopIds: scheduled.toReversed() });
    const withdraw = () => client.orders.withdraw({ ids: all });
    const submit = () => client.orders.submit({ ids: all });
    const add = (id: string, n: number) =>
      dispatcher.routes.addStops(id, { stopIds: free.slice(n, n + 2), position: 1 });
    const answers: string[] = [];
    for (let turn = 0; turn < 8; turn++) {
      const round = [
        withdraw(),
        add(mine.id, turn),
        submit(),
        dispatcher.routes.setStops(mine.id, {
          stopIds: turn % 2 === 0 ? scheduled : scheduled.toReversed(),
        }),
        add(others.id, turn + 1),
        withdraw(),
        dispatcher.routes.optimize(mine.id),
        submit(),
      ];
      answers.push(...(await Promise.all(round.map((call) => refusal(Promise.resolve(call))))));
    }
    for (const answer of answers) expect(answer).toMatch(fair);
  });

  it('make another depot the main one: there is always one', async () => {
    const depots = await Promise.all(
      [1, 2, 3, 4].map((n) => dispatcher.depots.create({ name: `Depot ${n}` })),
    );
    const answers = await Promise.all(
      depots.flatMap(({ id }) => [
        refusal(dispatcher.depots.setMain(id)),
        refusal(dispatcher.depots.delete(id)),
      ]),
    );
    for (const answer of answers) expect(answer).toMatch(/^(done|404 not_found|409 depot_is_main)$/);
    const { items } = await dispatcher.depots.list();
    expect(items.filter(({ isMain }) => isMain)).toHaveLength(1);
  });
});
