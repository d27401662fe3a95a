import { distanceMetres, type Place } from './geo.js';

/** Constants of the ETA calculation. Times are in seconds unless the name says otherwise. */
export const etaRules = {
  /** Streets are longer than the straight line between two places. */
  detourFactor: 1.3,
  /** Average speed in town, traffic lights and parking included. */
  speedKmh: 30,
  /** A leg with an end that has no coordinates. */
  defaultLegSeconds: 600,
  /** Time at a stop without a service time of its own. */
  defaultServiceSeconds: 180,
  /** The published window: from this long before the estimate … */
  windowBeforeSeconds: 600,
  /** … to this long after it. */
  windowAfterSeconds: 1_200,
  /** A smaller change does not update a published ETA. */
  smallestMoveSeconds: 60,
} as const;

/** A stop still to be visited. */
export interface EtaStop extends Place {
  /** Seconds spent at the stop; null for the default. */
  serviceSeconds: number | null;
}

/** When a stop is expected, in whole minutes: `earliestAt <= estimatedAt <= latestAt`. */
export interface Eta {
  estimatedAt: Date;
  earliestAt: Date;
  latestAt: Date;
}

/** Travel time in seconds between two places. */
export function travelSeconds(from: Place, to: Place): number {
  const metres = distanceMetres(from, to);
  if (metres === null) return etaRules.defaultLegSeconds;
  return (metres * etaRules.detourFactor) / (etaRules.speedKmh / 3.6);
}

/**
 * The ETAs of stops visited in this order by a driver who leaves `from` at `departure`. No arrival is before
 * `now`: a late driver can arrive now at the earliest.
 */
export function etasOf(from: Place, departure: Date, stops: readonly EtaStop[], now: Date): Eta[] {
  let place = from;
  let clock = departure.getTime();
  return stops.map((stop) => {
    const arrival = Math.max(clock + travelSeconds(place, stop) * 1000, now.getTime());
    place = stop;
    clock = arrival + (stop.serviceSeconds ?? etaRules.defaultServiceSeconds) * 1000;
    return windowAround(arrival, now.getTime());
  });
}

/** Whether an ETA changed enough to publish it. */
export function hasMoved(told: Date | null, eta: Date | null): boolean {
  if (told === null || eta === null) return told !== eta;
  return Math.abs(eta.getTime() - told.getTime()) >= etaRules.smallestMoveSeconds * 1000;
}

const MINUTE = 60_000;

function windowAround(arrival: number, now: number): Eta {
  const soonest = Math.ceil(now / MINUTE) * MINUTE;
  const estimated = Math.max(Math.round(arrival / MINUTE) * MINUTE, soonest);
  return {
    estimatedAt: new Date(estimated),
    earliestAt: new Date(Math.max(estimated - etaRules.windowBeforeSeconds * 1000, soonest)),
    latestAt: new Date(estimated + etaRules.windowAfterSeconds * 1000),
  };
}
