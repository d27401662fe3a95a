import { costs, type RoutingProblem } from './problem.js';

/** One driver's part of the stops, which knows at once what one stop more would cost. */
export class DriverRoute {
  stops: number[] = [];
  /** From the departure until the last stop is done. */
  duration = 0;
  cost = 0;
  /** Per place in the route, when the driver leaves there, and what it has cost until then. */
  private readonly clock = [0];
  private readonly spent = [0];
  private now = 0;
  private paid = 0;
  private here = 0;

  constructor(private readonly problem: RoutingProblem) {}

  set(stops: number[], from = 0): void {
    this.stops = stops;
    this.setOut(from);
    for (let at = from; at < stops.length; at++) {
      this.visit(stops[at]!);
      this.clock[at + 1] = this.now;
      this.spent[at + 1] = this.paid;
    }
    this.duration = this.now;
    this.cost = this.paid;
  }

  /** Cost and duration if the stop came in at this place. */
  with(stop: number, at: number): { cost: number; duration: number } {
    this.setOut(at);
    this.visit(stop);
    for (let next = at; next < this.stops.length; next++) this.visit(this.stops[next]!);
    return { cost: this.paid, duration: this.now };
  }

  insert(stop: number, at: number): void {
    this.set(this.stops.toSpliced(at, 0, stop), at);
  }

  private setOut(at: number): void {
    this.here = at === 0 ? 0 : this.stops[at - 1]!;
    this.now = this.clock[at]!;
    this.paid = this.spent[at]!;
  }

  private visit(stop: number): void {
    const { size, travel, service, opensAt, closesAt } = this.problem;
    const leg = travel[this.here * size + stop]!;
    const arrival = this.now + leg;
    const begin = Math.max(arrival, opensAt[stop]!);
    this.paid +=
      leg + costs.waiting * (begin - arrival) + costs.lateness * Math.max(0, arrival - closesAt[stop]!);
    this.now = begin + service[stop]!;
    this.here = stop;
  }
}
