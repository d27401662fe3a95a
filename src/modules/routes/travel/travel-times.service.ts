import { Inject, Injectable, Logger } from '@nestjs/common';
import { withoutEndSlashes } from '../../../common/http/end-slashes.js';
import { CONFIG, type Config } from '../../../config.js';
import type { Place } from '../../../routing/geo.js';
import {
  isMapped,
  straightLeg,
  straightMatrix,
  travelSeconds,
  type Leg,
  type MappedPlace,
} from '../../../routing/travel.js';
import type { LineString } from './osrm-answers.js';
import { OsrmClient, type OsrmPath } from './osrm-client.js';

export const travelSources = ['osrm', 'straight_line'] as const;
/** Where travel times come from: the streets by OSRM, or the straight line times a factor. */
export type TravelSource = (typeof travelSources)[number];

export interface TravelTable {
  source: TravelSource;
  /** Between all pairs, row to column. */
  seconds: Float64Array;
}

/** The way from the first place through all others. */
export interface TravelPath {
  source: TravelSource;
  /** From each place to the next. */
  legSeconds: number[];
  metres: number;
  /** The course along the streets; null where it is not known. */
  geometry: LineString | null;
}

const tableMilliseconds = 10_000;
const pathMilliseconds = 5_000;
/** A server that has just failed is not asked again at once: everybody would wait for nothing. */
const restMilliseconds = 5_000;

/** Travel times, by OSRM where one is configured and answers. Never fails. */
@Injectable()
export class TravelTimes {
  private readonly logger = new Logger(TravelTimes.name);
  private readonly osrm?: OsrmClient;
  private restUntil = 0;

  constructor(@Inject(CONFIG) { OSRM_URL }: Config) {
    if (OSRM_URL) this.osrm = new OsrmClient(withoutEndSlashes(OSRM_URL));
  }

  /** Whether there is anything better than the straight line. */
  get usesMap(): boolean {
    return this.osrm !== undefined;
  }

  async table(places: readonly MappedPlace[]): Promise<TravelTable> {
    const table = await this.ask((osrm) => osrm.table(places, AbortSignal.timeout(tableMilliseconds)));
    if (!table) return { source: 'straight_line', seconds: straightMatrix(places) };
    const seconds = table.map((value, index) => {
      if (!Number.isNaN(value)) return value;
      const [from, to] = [Math.floor(index / places.length), index % places.length];
      return travelSeconds(places[from]!, places[to]!);
    });
    return { source: 'osrm', seconds };
  }

  /** Places without coordinates lie a usual leg from every other. */
  async path(places: readonly Place[]): Promise<TravelPath> {
    const mapped = places.filter(isMapped);
    if (mapped.length < 2) return straightPath(places);
    const path = await this.ask((osrm) => osrm.path(mapped, AbortSignal.timeout(pathMilliseconds)));
    return path ? withUnmapped(places, path) : straightPath(places);
  }

  private async ask<T>(question: (osrm: OsrmClient) => Promise<T>): Promise<T | undefined> {
    if (!this.osrm || Date.now() < this.restUntil) return undefined;
    try {
      return await question(this.osrm);
    } catch (error) {
      this.restUntil = Date.now() + restMilliseconds;
      const reason = error instanceof Error ? error.message : 'unknown';
      this.logger.warn(`OSRM gave no travel times (${reason}); straight lines are used instead`);
      return undefined;
    }
  }
}

/** The way along straight lines. */
export function straightPath(places: readonly Place[]): TravelPath {
  const legs = legsOf(places, straightLeg);
  const mapped = legsOf(places.filter(isMapped), straightLeg);
  const metres = mapped.reduce((sum, leg) => sum + leg.metres, 0);
  return {
    source: 'straight_line',
    legSeconds: legs.map(({ seconds }) => seconds),
    metres,
    geometry: null,
  };
}

function withUnmapped(places: readonly Place[], { legs, geometry }: OsrmPath): TravelPath {
  let next = -1;
  const legSeconds = places.flatMap((place, index) => {
    if (isMapped(place)) next += 1;
    const before = places[index - 1];
    if (!before) return [];
    const isLeg = isMapped(before) && isMapped(place);
    return [isLeg ? legs[next - 1]!.seconds : travelSeconds(before, place)];
  });
  const metres = legs.reduce((sum, leg) => sum + leg.metres, 0);
  return { source: 'osrm', legSeconds, metres, geometry };
}

function legsOf<T extends Place>(places: readonly T[], leg: (from: T, to: T) => Leg): Leg[] {
  return places.slice(1).map((place, index) => leg(places[index]!, place));
}
