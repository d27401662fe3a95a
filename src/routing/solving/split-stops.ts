import { Budget } from './budget.js';
import { DriverRoute } from './driver-route.js';
import { neighboursOf } from './local-search.js';
import { nearestNeighbours, orderStops } from './order-stops.js';
import type { RoutingProblem, SearchLimits } from './problem.js';
import { randomNumbers } from './random.js';

/** A second more of the longest route weighs as much as so many seconds of every driver. */
const balanceWeight = 2;
const neighbourCount = 24;
const [fewestMoved, mostMoved] = [3, 14];

/**
 * Divides the stops among drivers who leave the start at the same time, so that all are done early: by time, not by
 * count. One tour through all stops is cut where the longest piece is shortest; then, again and again, some stops near
 * each other are taken out and put back where they fit best. No driver is left without a stop.
 */
export function splitStops(
  problem: RoutingProblem,
  drivers: number,
  limits: SearchLimits = {},
): Int32Array[] {
  const budget = new Budget(limits);
  const seed = limits.seed ?? 1;
  const grand = orderStops(problem, nearestNeighbours(problem), { ...budget.share(0.25), seed });
  const count = Math.min(drivers, grand.length);
  const fleet = new Fleet(problem, cutFairly(problem, [...grand], count), randomNumbers(seed));
  const exchange = new Budget(budget.share(0.75));
  while (count > 1 && exchange.next()) fleet.exchange();
  return fleet.routes.map(({ stops }, index) => {
    const share = budget.share(1 / (count - index));
    return orderWithin(problem, stops, { ...share, seed });
  });
}

function orderWithin(problem: RoutingProblem, stops: number[], limits: SearchLimits): Int32Array {
  const part = partOf(problem, stops);
  const given = stops.map((_, index) => index + 1);
  return orderStops(part, given, limits).map((index) => stops[index - 1]!);
}

/** The problem of these stops alone. */
function partOf(problem: RoutingProblem, stops: readonly number[]): RoutingProblem {
  const places = [0, ...stops];
  const size = places.length;
  const travel = new Float64Array(size * size);
  places.forEach((from, row) =>
    places.forEach((to, column) => {
      travel[row * size + column] = problem.travel[from * problem.size + to]!;
    }),
  );
  const of = (all: Float64Array) => Float64Array.from(places, (place) => all[place]!);
  const { service, opensAt, closesAt } = problem;
  return { size, travel, service: of(service), opensAt: of(opensAt), closesAt: of(closesAt) };
}

/** Cuts a tour into so many pieces that the longest takes as little time as possible. */
function cutFairly(problem: RoutingProblem, tour: number[], count: number): number[][] {
  const route = new DriverRoute(problem);
  const cut = (longest: number) => {
    const pieces: number[][] = [];
    for (let from = 0; from < tour.length; from += pieces.at(-1)!.length) {
      const mustLeave = Math.max(0, count - pieces.length - 1);
      let to = from + 1;
      route.set([tour[from]!]);
      while (to < tour.length - mustLeave && route.with(tour[to]!, to - from).duration <= longest) {
        route.insert(tour[to]!, to - from);
        to += 1;
      }
      pieces.push(tour.slice(from, to));
    }
    return pieces;
  };
  route.set(tour);
  let [least, most] = [0, route.duration];
  for (let halving = 0; halving < 30; halving++) {
    const longest = (least + most) / 2;
    if (cut(longest).length > count) least = longest;
    else most = longest;
  }
  return cut(most);
}

class Fleet {
  readonly routes: DriverRoute[];
  private readonly neighbours: Int32Array[];
  /** By stop, the route that it is on; -1 while it is on none. */
  private readonly routeOf: Int32Array;

  constructor(
    problem: RoutingProblem,
    pieces: number[][],
    private readonly random: () => number,
  ) {
    this.neighbours = neighboursOf(problem, neighbourCount);
    this.routeOf = new Int32Array(problem.size);
    this.routes = pieces.map((stops, index) => {
      const route = new DriverRoute(problem);
      route.set(stops);
      for (const stop of stops) this.routeOf[stop] = index;
      return route;
    });
  }

  /** Takes some stops out and puts them back; undoes it unless that was worth it. */
  exchange(): void {
    const before = this.routes.map(({ stops }) => stops);
    const price = this.price;
    const taken = this.takeOut();
    for (const stop of taken) this.putBack(stop);
    if (this.price <= price) return;
    this.routes.forEach((route, index) => {
      const stops = before[index]!;
      if (route.stops === stops) return;
      route.set(stops);
      for (const stop of stops) this.routeOf[stop] = index;
    });
  }

  private get longest(): number {
    return Math.max(...this.routes.map(({ duration }) => duration));
  }

  private get price(): number {
    const sum = this.routes.reduce((total, { cost }) => total + cost, 0);
    return sum + balanceWeight * this.routes.length * this.longest;
  }

  private takeOut(): number[] {
    const upTo = (most: number) => Math.floor(this.random() * most);
    const begin = 1 + upTo(this.routeOf.length - 1);
    const wanted = fewestMoved + upTo(mostMoved - fewestMoved);
    const near = [begin, ...this.neighbours[begin]!].filter(() => this.random() < 0.7).slice(0, wanted);
    const left = this.routes.map(({ stops }) => stops.length);
    const taken = near.filter((stop) => {
      const route = this.routeOf[stop]!;
      if (left[route]! < 2) return false;
      left[route]! -= 1;
      return true;
    });
    const gone = new Set(taken);
    const touched = new Set(taken.map((stop) => this.routes[this.routeOf[stop]!]!));
    for (const route of touched) route.set(route.stops.filter((stop) => !gone.has(stop)));
    for (const stop of taken) this.routeOf[stop] = -1;
    return taken
      .map((stop) => [this.random(), stop])
      .sort(([a], [b]) => a! - b!)
      .map(([, stop]) => stop!);
  }

  /** Where it costs least: first on a route, or beside one of the stops that go well with it. */
  private putBack(stop: number): void {
    const longest = this.longest;
    let [least, best, place] = [Infinity, 0, 0];
    const look = (index: number, at: number) => {
      const route = this.routes[index]!;
      const { cost, duration } = route.with(stop, at);
      const longer = balanceWeight * this.routes.length * Math.max(0, duration - longest);
      if (cost - route.cost + longer < least) [least, best, place] = [cost - route.cost + longer, index, at];
    };
    this.routes.forEach((_, index) => look(index, 0));
    for (const other of this.neighbours[stop]!) {
      const index = this.routeOf[other]!;
      if (index < 0) continue;
      const at = this.routes[index]!.stops.indexOf(other);
      look(index, at);
      look(index, at + 1);
    }
    this.routes[best]!.insert(stop, place);
    this.routeOf[stop] = best;
  }
}
