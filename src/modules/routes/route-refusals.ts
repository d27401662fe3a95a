import { notFound, problem } from '../../common/problems/problems.js';
import type { OrderStatus } from '../orders/order-status.js';

type States = ReadonlyMap<string, OrderStatus>;

/** @throws Problem `not_found`, or `stop_not_assignable` naming each that is not free to be put on a route */
export function assertAssignable(
  stopIds: readonly string[],
  stops: readonly { id: string; status: OrderStatus }[],
): void {
  const states: States = new Map(stops.map(({ id, status }) => [id, status]));
  if (stopIds.some((id) => !states.has(id))) throw notFound();
  const refused = stopIds.filter((stopId) => states.get(stopId) !== 'submitted');
  if (refused.length > 0) throw notAssignable(stopIds, refused, states);
}

function notAssignable(stopIds: readonly string[], refused: readonly string[], states: States) {
  const named = refused.slice(0, 3).join(', ') + (refused.length > 3 ? ', …' : '');
  return problem(
    'stop_not_assignable',
    `${refused.length} of the ${stopIds.length} stops cannot be added, so none was. Leave out ${named}.`,
    refused.map((stopId) => ({
      pointer: `/stopIds/${stopIds.indexOf(stopId)}`,
      code: 'stop_not_assignable',
      detail: `${stopId} is ${describeState(states.get(stopId)!)}`,
    })),
  );
}

const describeState = (state: OrderStatus) =>
  state === 'scheduled' ? 'on a route already' : state.replaceAll('_', ' ');
