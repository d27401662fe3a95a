import type { Waybill } from '../../sdk/src/index.js';
import { fairRefusal, planRoute, refusal, statusOf, timelineOf } from '../support/dispatch.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

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
    for (const answer of answers) expect(answer).toMatch(fairRefusal);
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
