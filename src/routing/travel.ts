import { distanceMetres, type Place } from './geo.js';

/** Travel without a map: along the straight line, times a factor. */
export const travelRules = {
  /** Streets are longer than the straight line between two places. */
  detourFactor: 1.3,
  /** Average speed in town, traffic lights and parking included. */
  speedKmh: 30,
  /** A leg with an end that has no coordinates. */
  defaultLegSeconds: 600,
  /** Time at a stop without a service time of its own. */
  defaultServiceSeconds: 180,
} as const;

/** From one place to the next. */
export interface Leg {
  seconds: number;
  metres: number;
}

/** A place that is on the map. */
export type MappedPlace = Place & { latitude: number; longitude: number };

export function isMapped<T extends Place>(place: T): place is T & MappedPlace {
  return place.latitude !== null && place.longitude !== null;
}

/** How far the streets between two places are, and how long that takes; no distance where one is unknown. */
export function straightLeg(from: Place, to: Place): Leg {
  const metres = distanceMetres(from, to);
  if (metres === null) return { seconds: travelRules.defaultLegSeconds, metres: 0 };
  const streets = metres * travelRules.detourFactor;
  return { seconds: streets / (travelRules.speedKmh / 3.6), metres: streets };
}

/** Travel time in seconds between two places. */
export function travelSeconds(from: Place, to: Place): number {
  return straightLeg(from, to).seconds;
}

/** Seconds spent at a stop. */
export function serviceOf({ serviceSeconds }: { serviceSeconds: number | null }): number {
  return serviceSeconds ?? travelRules.defaultServiceSeconds;
}

/** Travel times between all pairs, row to column. */
export function straightMatrix(places: readonly Place[]): Float64Array {
  const seconds = new Float64Array(places.length ** 2);
  places.forEach((from, row) =>
    places.forEach((to, column) => {
      if (row !== column) seconds[row * places.length + column] = travelSeconds(from, to);
    }),
  );
  return seconds;
}
