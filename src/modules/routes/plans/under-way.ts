import { distanceMetres, type Place } from '../../../routing/geo.js';
import { travelSeconds } from '../../../routing/travel.js';
import type { OrderStatus } from '../../orders/order-status.js';
import type { PlannedStop, RoutePlan } from './route-plan.js';

/** A driver who records an attempt within so many metres is at the stop. */
const atTheStopMetres = 1_000;

/** From where a driver goes on. */
export interface Whereabouts extends Place {
  /** The stop there; null at the depot. */
  stopId: string | null;
  /** Whether the driver is at that stop, and not only thereabouts. */
  isThere: boolean;
}

interface StopOnRoute extends PlannedStop {
  status: OrderStatus;
}

export const isOpen = ({ status }: { status: OrderStatus }) =>
  status === 'scheduled' || status === 'out_for_delivery';

/** The stops still to be visited, as the driver comes to them: those passed over come last. */
export function stopsAhead<T extends StopOnRoute>(
  stops: readonly T[],
  plan: RoutePlan | null,
  { stopId }: Whereabouts,
): T[] {
  const open = stops.filter(isOpen);
  const places = new Map(plan?.stopIds.map((id, index) => [id, index]));
  const here = stopId === null ? -1 : (places.get(stopId) ?? -1);
  const isAhead = ({ id }: T) => (places.get(id) ?? Infinity) > here;
  return [...open.filter(isAhead), ...open.filter((stop) => !isAhead(stop))];
}

/** Travel seconds to each of these stops from the one before: as planned, by the straight line where it is not. */
export function legsAhead(
  ahead: readonly PlannedStop[],
  plan: RoutePlan | null,
  from: Whereabouts,
): number[] {
  const places = new Map(plan?.stopIds.map((id, index) => [id, index]));
  const planned = (before: string | null, id: string) => {
    const place = places.get(id);
    const follows = place !== undefined && (plan!.stopIds[place - 1] ?? null) === before;
    return follows ? plan!.legSeconds[place] : undefined;
  };
  return ahead.map((stop, index) => {
    const before = ahead[index - 1];
    if (before) return planned(before.id, stop.id) ?? travelSeconds(before, stop);
    const first = from.isThere ? planned(from.stopId, stop.id) : undefined;
    return first ?? travelSeconds(from, stop);
  });
}

/** Whether a place is the stop's own, as far as anybody knows. */
export function isAtStop(place: Place, stop: Place | undefined): boolean {
  const metres = stop && distanceMetres(place, stop);
  return metres == null || metres <= atTheStopMetres;
}
