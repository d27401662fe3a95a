import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { assertFresh } from '../../common/http/etag.js';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { EventLog } from '../events/event-log.js';
import type { StopRow } from '../stops/stops.dto.js';
import { RouteEtas } from './plans/route-etas.service.js';
import { RouteMeasuring } from './plans/route-measuring.service.js';
import { RoutePlans, type MeasuredWay } from './plans/route-plans.service.js';
import { isOpen } from './plans/under-way.js';
import { orderEvents } from './route-events.js';
import type { Route } from './route.entity.js';
import type { AddStops, RouteWithStopsDto } from './routes.dto.js';
import {
  assignOrders,
  placeOrders,
  shiftPositions,
  unassignOrders,
  type HeldOrder,
} from './route-orders.queries.js';
import { assertAssignable } from './route-refusals.js';
import { assertNotCompleted, assertPlanned, RoutesService } from './routes.service.js';

/** More than anyone drives in a day, and few enough to optimize in one request. */
export const mostStops = 1_000;

/** The stops of a route and their order. */
@Injectable()
export class RouteStopsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly routes: RoutesService,
    private readonly plans: RoutePlans,
    private readonly measuring: RouteMeasuring,
    private readonly etas: RouteEtas,
  ) {}

  /**
   * Adds unassigned stops to a planned route, all or none.
   * @throws Problem `stop_not_assignable` naming each that cannot be added, `not_found`, `route_started`,
   * `route_full`
   */
  async addStops(id: string, { stopIds, position }: AddStops): Promise<RouteWithStopsDto> {
    const add = async (em: EntityManager, route: Route, held: HeldOrder[]) => {
      assertPlanned(route);
      assertAssignable(stopIds, held);
      const count = held.length - stopIds.length;
      if (held.length > mostStops) {
        throw problem('route_full', `It has ${count} stops; ${mostStops} are the most. Make another route.`);
      }
      const first = Math.min(position ?? count + 1, count + 1);
      if (first <= count) await shiftPositions(em, id, first, stopIds.length);
      const assigned = await assignOrders(em, id, stopIds, first);
      await this.events.append(em, ...orderEvents('order.scheduled', route, assigned));
    };
    return this.change(id, add, { joining: stopIds });
  }

  /**
   * Puts the route's stops into this order; once it has started, those still open.
   * @throws Problem `validation_failed` unless it names exactly those stops, `route_completed`
   */
  async orderStops(id: string, stopIds: string[]): Promise<RouteWithStopsDto> {
    return this.arrange(id, (stops) => {
      const order = arranged(stops, stopIds);
      if (order) return order;
      const open = stops.filter(isOpen).length;
      const detail = `must name each of the route’s ${open} open stops once; read the route again`;
      throw invalidField('/stopIds', 'not_a_permutation', detail);
    });
  }

  /**
   * Changes the order of a route's stops by `order`, which is asked twice: before the locks, so that the way can be
   * measured, and again with them.
   * @throws Problem `route_completed`, and what `order` throws
   */
  async arrange(id: string, order: (stops: StopRow[]) => StopRow[]): Promise<RouteWithStopsDto> {
    const route = await this.routes.rowOf(id);
    assertNotCompleted(route);
    const depot = { latitude: route.depotLatitude, longitude: route.depotLongitude };
    const way = await this.plans.measure(depot, order(await this.routes.stopsOf(id)));
    const place = async (em: EntityManager, locked: Route) => {
      assertNotCompleted(locked);
      assertFresh(locked);
      const stops = order(await this.routes.stopsOf(id));
      await placeOrders(
        em,
        id,
        stops.map((stop) => stop.id),
      );
    };
    return this.change(id, place, { way });
  }

  /**
   * Removes a stop from a planned route; it is unassigned again.
   * @throws Problem `route_started`, `not_found`
   */
  async removeStop(id: string, stopId: string): Promise<void> {
    await this.change(id, async (em, route) => {
      assertPlanned(route);
      assertFresh(route);
      const [freed] = await unassignOrders(em, id, stopId);
      if (!freed) throw notFound();
      await shiftPositions(em, id, freed.position, -1);
      await this.events.append(em, ...orderEvents('order.unscheduled', route, [freed]));
    });
  }

  /** Changes the stops of a route, which also counts as a change of the route; its plan and ETAs follow. */
  private async change(
    id: string,
    work: (em: EntityManager, route: Route, held: HeldOrder[]) => Promise<void>,
    { joining, way }: { joining?: readonly string[]; way?: MeasuredWay } = {},
  ): Promise<RouteWithStopsDto> {
    return this.db.transaction(async (em) => {
      const { route, held } = await this.routes.lockWithStops(em, id, joining);
      await work(em, route, held);
      const isRough = await this.plans.keep(em, route, await this.routes.stopsOf(id), way);
      if (isRough) await this.measuring.later(em, route);
      route.updatedAt = new Date();
      await em.flush();
      if (route.status === 'started') await this.etas.update(em, route);
      return this.routes.getRoute(id);
    });
  }
}

/**
 * The stops in the order of these ids: the finished ones first, as they are, then the open ones. Undefined unless the ids
 * name every open stop once and no other stop than the route's; one that was finished meanwhile may be among them.
 */
export function arranged(stops: readonly StopRow[], ids: readonly string[]): StopRow[] | undefined {
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  const named = ids.map((id) => byId.get(id));
  if (named.includes(undefined) || new Set(ids).size < ids.length) return undefined;
  const open = named.filter((stop) => stop !== undefined && isOpen(stop)) as StopRow[];
  const finished = stops.filter((stop) => !isOpen(stop));
  return open.length + finished.length === stops.length ? [...finished, ...open] : undefined;
}
