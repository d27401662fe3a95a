import { Injectable } from '@nestjs/common';
import type { Place } from '../../../routing/geo.js';
import { makeProblem, type ProblemDeparture } from '../../../routing/solving/make-problem.js';
import { isMapped, type MappedPlace } from '../../../routing/travel.js';
import { Solver } from '../solving/solver.service.js';
import { TravelTimes } from '../travel/travel-times.service.js';
import type { PlannedStop } from './route-plan.js';

type Mapped<T> = T & MappedPlace;

/** Puts stops in order and divides them among drivers. Takes seconds: never call it while holding locks. */
@Injectable()
export class RoutePlanner {
  constructor(
    private readonly travel: TravelTimes,
    private readonly solver: Solver,
  ) {}

  /** In a good order, never worse than the order given; stops without coordinates keep theirs at the end. */
  async order<T extends PlannedStop>(
    start: Place,
    departure: ProblemDeparture,
    stops: readonly T[],
  ): Promise<T[]> {
    const { mapped, unmapped } = apart(stops);
    if (mapped.length < 2) return [...mapped, ...unmapped];
    const problem = await this.problemOf(start, departure, mapped);
    const order = await this.solver.order(
      problem,
      mapped.map((_, index) => index + 1),
    );
    return [...order.map((place) => mapped[place - 1]!), ...unmapped];
  }

  /**
   * Divided among so many drivers, each part in a good order; stops without coordinates at the ends. Fewer parts where
   * there are fewer stops.
   */
  async split<T extends PlannedStop>(
    start: Place,
    departure: ProblemDeparture,
    stops: readonly T[],
    drivers: number,
  ): Promise<T[][]> {
    const { mapped, unmapped } = apart(stops);
    const parts: T[][] = [];
    if (mapped.length > 0) {
      const problem = await this.problemOf(start, departure, mapped);
      const orders = await this.solver.split(problem, drivers);
      parts.push(...orders.map((order) => order.map((place) => mapped[place - 1]!)));
    }
    while (parts.length < Math.min(drivers, stops.length)) parts.push([]);
    for (const stop of unmapped) {
      parts.reduce((least, part) => (part.length < least.length ? part : least)).push(stop);
    }
    return parts;
  }

  private async problemOf<T extends PlannedStop>(
    start: Place,
    departure: ProblemDeparture,
    mapped: readonly Mapped<T>[],
  ) {
    const places: MappedPlace[] = isMapped(start) ? [start, ...mapped] : [...mapped];
    const { seconds } = await this.travel.table(places);
    return makeProblem(mapped, seconds, departure);
  }
}

function apart<T extends PlannedStop>(stops: readonly T[]) {
  const isUnmapped = (stop: T) => !isMapped(stop);
  return { mapped: stops.filter(isMapped), unmapped: stops.filter(isUnmapped) };
}
