import type { Waybill } from '../../sdk/src/index.js';
import {
  orderIn,
  planRoute,
  refusal,
  statusOf,
  stopStates,
  timelineOf,
  type StopState,
} from '../support/dispatch.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** What a dispatcher tries with an order `id` that is, or was, on `routeId`. */
const actions = {
  edit: (dispatcher, { id }) => dispatcher.stops.update(id, { notes: 'Side door' }),
  delete: (dispatcher, { id }) => dispatcher.stops.delete(id),
  return: (dispatcher, { id }) => dispatcher.stops.return(id, { reason: 'Why' }),
  assign: async (dispatcher, { id }) =>
    dispatcher.routes.addStops((await planRoute(dispatcher, 0)).id, { stopIds: [id] }),
  unassign: (dispatcher, { id, routeId }) => dispatcher.routes.removeStop(routeId, id),
  'delete the route': (dispatcher, { routeId }) => dispatcher.routes.delete(routeId),
  'start the route': (dispatcher, { routeId }) => dispatcher.routes.start(routeId),
  deliver: (dispatcher, { id }) => dispatcher.stops.recordAttempt(id, { state: 'delivered_to_mailbox' }),
  'pick up': (dispatcher, { id }) => dispatcher.stops.recordAttempt(id, { state: 'picked_up_other' }),
  fail: (dispatcher, { id }) => dispatcher.stops.recordAttempt(id, { state: 'failed_no_parking' }),
  reschedule: (dispatcher, { id }) => dispatcher.stops.reschedule(id),
} satisfies Record<
  string,
  (dispatcher: Waybill, order: { id: string; routeId: string }) => PromiseLike<unknown>
>;

const gone = undefined;
const notThere = '404 not_found';
/** For each action and state: the state after, or how it is refused; a string of digits first is a refusal. */
const table: Record<keyof typeof actions, Record<StopState, string | undefined>> = {
  edit: row(notThere, 'submitted', 'scheduled', '409 stop_not_editable'),
  delete: row(notThere, gone, '409 order_on_route', '409 order_on_route'),
  return: row(notThere, 'draft', '409 order_on_route', '409 order_on_route'),
  assign: row(notThere, 'scheduled', '409 stop_not_assignable', '409 stop_not_assignable'),
  unassign: row(notThere, notThere, 'submitted', '409 route_started'),
  'delete the route': row('draft', 'submitted', 'submitted', '409 route_started'),
  'start the route': row('409 route_empty', '409 route_empty', 'out_for_delivery', '409 route_started'),
  deliver: attempt('delivered'),
  'pick up': attempt('picked_up'),
  fail: attempt('failed'),
  reschedule: {
    ...row(notThere, ...three('409 stop_not_reschedulable')),
    failed: 'submitted',
  },
};

function row(
  draft: string,
  submitted: string | undefined,
  scheduled: string,
  later: string,
): Record<StopState, string | undefined> {
  const finished = { delivered: later, picked_up: later, failed: later };
  return { draft, submitted, scheduled, out_for_delivery: later, ...finished };
}

function attempt(to: string) {
  const refused = '409 stop_not_out_for_delivery';
  return row(notThere, refused, refused, to);
}

function three(value: string): [string, string, string] {
  return [value, value, value];
}

const happened: Partial<Record<keyof typeof actions, string>> = {
  edit: 'order.updated',
  delete: 'order.deleted',
  return: 'order.returned',
  assign: 'order.scheduled',
  unassign: 'order.unscheduled',
  'delete the route': 'order.unscheduled',
  'start the route': 'order.out_for_delivery',
  deliver: 'order.delivered',
  'pick up': 'order.picked_up',
  fail: 'order.failed',
  reschedule: 'order.rescheduled',
};

describe('every action in every state', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let client: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app);
    dispatcher = app.as(owner.accessToken);
    client = await addClient(app, owner);
  });
  afterAll(() => app.close());

  const cells = (Object.keys(actions) as (keyof typeof actions)[]).flatMap((action) =>
    stopStates.map((state) => ({ action, state, outcome: table[action][state] })),
  );

  it.each(cells)('$action a $state order: $outcome', async ({ action, state, outcome }) => {
    const order = await orderIn(app, dispatcher, client, state);
    const before = await timelineOf(app, order.id);
    const refused = outcome !== undefined && /^\d/.test(outcome);
    expect(await refusal(Promise.resolve(actions[action](dispatcher, order)))).toBe(
      refused ? outcome : 'done',
    );
    expect(await statusOf(app, order.id)).toBe(refused ? state : outcome);
    const untouched = action === 'delete the route' && (state === 'draft' || state === 'submitted');
    expect(await timelineOf(app, order.id)).toEqual(
      refused || untouched ? before : [...before, happened[action]],
    );
  });
});
