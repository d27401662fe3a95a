import fc from 'fast-check';
import type { Waybill } from '../../sdk/src/index.js';
import { fairRefusal, ids, planRoute, refusal, stopAt } from '../support/dispatch.js';
import { disagreements, followTimeline } from '../support/order-model.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** What somebody tries with one of the orders and one of the routes, and how often it is drawn. */
const tries = {
  submit: 2,
  withdraw: 2,
  'edit draft': 1,
  'edit stop': 1,
  assign: 3,
  'assign all': 2,
  unassign: 1,
  reorder: 1,
  optimize: 1,
  plan: 1,
  start: 3,
  delay: 4,
  deliver: 6,
  fail: 4,
  complete: 1,
  reschedule: 3,
  return: 1,
};
interface Try {
  what: keyof typeof tries;
  order: number;
  route: number;
}
const kinds = Object.keys(tries) as Try['what'][];
const oftenAs = kinds.map((what) => ({ weight: tries[what], arbitrary: fc.constant(what) }));

/** More runs find rarer interleavings: RACE_RUNS=200 npm test -- test/e2e/races-model.spec.ts */
const numRuns = Number(process.env.RACE_RUNS ?? 15);

describe('many callers at once', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let client: Waybill;
  const tally = { steps: 0, refused: 0, done: new Map<string, number>(), interleavings: new Set<string>() };
  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app);
    dispatcher = app.as(owner.accessToken);
    client = app.as((await addClient(app, owner)).token);
  });
  afterAll(async () => {
    const done = [...tally.done].map(([what, times]) => `${what} ${times}`).join(', ');
    process.stdout.write(
      `Races: ${tally.interleavings.size} different interleavings, ${tally.steps} steps of orders, all legal.\n` +
        `  done: ${done}; refused: ${tally.refused}\n`,
    );
    await app.close();
  });

  const newOrder = async (kilometres: number) => {
    const { address } = stopAt(kilometres);
    return (await client.orders.create({ address })).id;
  };
  const submitted = async (kilometres: number) => {
    const id = await newOrder(kilometres);
    await client.orders.submit({ ids: [id] });
    return id;
  };
  const attempt = (id: string, state: 'delivered_other' | 'failed_other') =>
    dispatcher.stops.recordAttempt(id, { state });

  const run = async ({ what, order, route }: Try, orders: string[], routes: string[]): Promise<unknown> => {
    const [id, routeId] = [orders[order]!, routes[route % routes.length]!];
    const calls: Record<Try['what'], () => PromiseLike<unknown>> = {
      submit: () => client.orders.submit({ ids: orders.toReversed() }),
      withdraw: () => client.orders.withdraw({ ids: [id, ...orders] }),
      'edit draft': () => client.orders.update(id, { notes: String(Math.random()) }),
      'edit stop': () => dispatcher.stops.update(id, { notes: String(Math.random()) }),
      assign: () => dispatcher.routes.addStops(routeId, { stopIds: [id], position: 1 }),
      'assign all': () => dispatcher.routes.addStops(routeId, { stopIds: orders.toReversed() }),
      unassign: async () => {
        const { route: its } = await dispatcher.stops.get(id);
        return dispatcher.routes.removeStop(its?.id ?? routeId, id);
      },
      reorder: async () => {
        const { stops } = await dispatcher.routes.get(routeId);
        return dispatcher.routes.setStops(routeId, { stopIds: ids(stops).toReversed() });
      },
      optimize: () => dispatcher.routes.optimize(routeId),
      plan: async () => {
        const stopIds = [...new Set([id, orders[0]!])];
        const { routes: made } = await dispatcher.routes.plan({ stopIds, drivers: 2 });
        routes.push(...made.map((one) => one.id!));
      },
      start: () => dispatcher.routes.start(routeId),
      delay: () => dispatcher.routes.delay(routeId, { minutes: 10 }),
      deliver: () => attempt(id, 'delivered_other'),
      fail: () => attempt(id, 'failed_other'),
      complete: () => dispatcher.routes.complete(routeId),
      reschedule: () => dispatcher.stops.reschedule(id),
      return: () => dispatcher.stops.return(id, { reason: 'Why' }),
    };
    return calls[what]();
  };

  /** What was tried at once, and in which order it took effect. */
  const interleavingOf = async (round: Try[], answers: string[], orders: string[]): Promise<string> => {
    const events = await app.database.query<{ type: string; order: number }>(
      `select type, array_position($1::uuid[], order_id) as order from events
        where order_id = any($1) order by transaction_id, seq`,
      [orders],
    );
    const tried = round.map((one, index) => `${one.what} ${one.order} ${one.route} ${answers[index]}`);
    return JSON.stringify([tried.sort(), events.map((event) => `${event.type} ${event.order}`)]);
  };

  const count = (round: Try[], answers: string[]) => {
    round.forEach(({ what }, index) => {
      if (answers[index] === 'done') tally.done.set(what, (tally.done.get(what) ?? 0) + 1);
      else tally.refused += 1;
    });
  };

  it('never make an illegal step, and the timeline agrees with the state', async () => {
    const tryOut = fc.record({ what: fc.oneof(...oftenAs), order: fc.nat(2), route: fc.nat(2) });
    const underWay = fc.boolean();
    await fc.assert(
      fc.asyncProperty(
        underWay,
        fc.array(fc.array(tryOut, { minLength: 2, maxLength: 8 }), { minLength: 2, maxLength: 7 }),
        async (isUnderWay, rounds) => {
          const orders = [
            await submitted(1),
            await submitted(4),
            isUnderWay ? await submitted(3) : await newOrder(2),
          ];
          const routes = [(await planRoute(dispatcher, 0)).id, (await planRoute(dispatcher, 0)).id];
          // What follows a start would be rare otherwise.
          if (isUnderWay) {
            await dispatcher.routes.addStops(routes[1]!, { stopIds: orders.slice(1) });
            await dispatcher.routes.start(routes[1]!);
          }
          for (const round of rounds) {
            const answers = await Promise.all(round.map((one) => refusal(run(one, orders, routes))));
            for (const answer of answers) expect(answer).toMatch(fairRefusal);
            count(round, answers);
            for (const id of orders) tally.steps += await followTimeline(app, id);
            expect(await disagreements(app, orders)).toEqual([]);
            tally.interleavings.add(await interleavingOf(round, answers, orders));
          }
        },
      ),
      { numRuns, endOnFailure: true },
    );
    // A model whose steps are all refused would prove nothing.
    expect([...tally.done.keys()]).toEqual(
      expect.arrayContaining(['submit', 'withdraw', 'assign', 'delay', 'deliver', 'fail']),
    );
  }, 120_000);
});
