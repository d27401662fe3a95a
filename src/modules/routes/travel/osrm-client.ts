import { z } from 'zod';
import type { Leg, MappedPlace } from '../../../routing/travel.js';
import { osrmRoute, osrmTable, type LineString } from './osrm-answers.js';

/** OSRM takes 100 × 100 by itself; a server set to less is asked for smaller pieces. */
const mostPlaces = 100;
const atOnce = 4;
const requestMilliseconds = 3_000;

/** OSRM does not answer, or not as it should. */
export class OsrmError extends Error {}
class TooBigError extends OsrmError {}

/** The way through some places: its legs, and its course where the map shows one. */
export interface OsrmPath {
  legs: Leg[];
  geometry: LineString;
}

/** Asks one OSRM server by its HTTP protocol: https://project-osrm.org/docs/v5.24.0/api/ */
export class OsrmClient {
  constructor(private readonly url: string) {}

  /**
   * Travel seconds between all pairs, row to column; `NaN` where no street leads. Asked in pieces.
   * @throws OsrmError, or the signal's reason
   */
  async table(places: readonly MappedPlace[], signal: AbortSignal): Promise<Float64Array> {
    const seconds = new Float64Array(places.length ** 2);
    const pieces = stretches(places.length, mostPlaces);
    const pairs = pieces.flatMap((from) => pieces.map((to) => ({ from, to })));
    const work = async () => {
      for (let pair = pairs.pop(); pair; pair = pairs.pop())
        await this.tablePiece(places, pair.from, pair.to, seconds, signal);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return seconds;
  }

  /**
   * The way through the places in this order.
   * @throws OsrmError, or the signal's reason
   */
  async path(
    places: readonly MappedPlace[],
    signal: AbortSignal,
    most: number = mostPlaces,
  ): Promise<OsrmPath> {
    const path: OsrmPath = { legs: [], geometry: { type: 'LineString', coordinates: [] } };
    for (let first = 0; first < places.length - 1; first += most - 1) {
      const piece = places.slice(first, first + most);
      const { legs, geometry } = await this.pathPiece(piece, signal);
      path.legs.push(...legs);
      path.geometry.coordinates.push(...geometry.coordinates);
    }
    return path;
  }

  private async pathPiece(places: readonly MappedPlace[], signal: AbortSignal): Promise<OsrmPath> {
    try {
      const query = 'overview=simplified&geometries=geojson&steps=false';
      const answer = await this.ask('route', places, query, osrmRoute, signal);
      const [route] = answer.routes;
      if (route?.legs.length !== places.length - 1) throw new OsrmError('it left out legs of the route');
      const legs = route.legs.map(({ duration, distance }) => ({ seconds: duration, metres: distance }));
      return { legs, geometry: route.geometry };
    } catch (error) {
      if (!(error instanceof TooBigError) || places.length < 3) throw error;
      return this.path(places, signal, Math.ceil((places.length + 1) / 2));
    }
  }

  private async tablePiece(
    places: readonly MappedPlace[],
    from: Stretch,
    to: Stretch,
    into: Float64Array,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const durations = await this.durations(places.slice(...from), places.slice(...to), signal);
      durations.forEach((row, index) =>
        into.set(
          row.map((duration) => duration ?? NaN),
          (from[0] + index) * places.length + to[0],
        ),
      );
    } catch (error) {
      if (!(error instanceof TooBigError) || (widthOf(from) === 1 && widthOf(to) === 1)) throw error;
      for (const half of halves(from))
        for (const other of halves(to)) await this.tablePiece(places, half, other, into, signal);
    }
  }

  private async durations(
    from: readonly MappedPlace[],
    to: readonly MappedPlace[],
    signal: AbortSignal,
  ): Promise<(number | null)[][]> {
    const places = [...from, ...to];
    const count = (start: number, length: number) =>
      Array.from({ length }, (_, index) => start + index).join(';');
    const query = `annotations=duration&sources=${count(0, from.length)}&destinations=${count(from.length, to.length)}`;
    const { durations } = await this.ask('table', places, query, osrmTable, signal);
    const isWhole = durations.length === from.length && durations.every((row) => row.length === to.length);
    if (!isWhole) throw new OsrmError('it left out travel times');
    return durations;
  }

  private async ask<T extends z.ZodType>(
    service: 'table' | 'route',
    places: readonly MappedPlace[],
    query: string,
    shape: T,
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    const path = places.map(({ longitude, latitude }) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`);
    const url = `${this.url}/${service}/v1/driving/${path.join(';')}?${query}`;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(requestMilliseconds)]);
    const response = await fetch(url, { signal: limit, redirect: 'error' });
    const body: unknown = response.status === 414 ? { code: 'TooBig' } : await response.json();
    const parsed = shape.safeParse(body);
    if (parsed.success) return parsed.data;
    const { code } = z.object({ code: z.string() }).catch({ code: 'no code' }).parse(body);
    if (code === 'TooBig') throw new TooBigError('it takes fewer places');
    throw new OsrmError(`it answered ${response.status} ${code.slice(0, 50)}`);
  }
}

type Stretch = [from: number, to: number];

const widthOf = ([from, to]: Stretch) => to - from;

function stretches(length: number, most: number): Stretch[] {
  const count = Math.ceil(length / most);
  return Array.from({ length: count }, (_, index) => [index * most, Math.min(length, (index + 1) * most)]);
}

function halves([from, to]: Stretch): Stretch[] {
  const middle = Math.ceil((from + to) / 2);
  const both: Stretch[] = [
    [from, middle],
    [middle, to],
  ];
  return both.filter((half) => widthOf(half) > 0);
}
