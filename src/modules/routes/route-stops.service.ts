import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { assertFresh } from '../../common/http/etag.js';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { Depot } from '../depots/depot.entity.js';
import { EventLog } from '../events/event-log.js';
import type { OrderStatus } from '../orders/order-status.js';
import { optimizeOrder } from './optimize.js';
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
import { assertPlanned, RoutesService } from './routes.service.js';

/** More than anyone drives in a day, and few enough to optimize in one request. */
const mostStops = 1_000;

/** The stops of a planned route and their order. */
@Injectable()
export class RouteStopsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly routes: RoutesService,
  ) {}

  /**
   * Adds unassigned stops to a route, all or none.
   * @throws Problem `stop_not_assignable` naming each that cannot be added, `not_found`, `route_started`,
   * `route_full`
   */
  async addStops(id: string, { stopIds, position }: AddStops): Promise<RouteWithStopsDto> {
    const add = async (em: EntityManager, route: Route, held: HeldOrder[]) => {
      const states = new Map(held.map((order) => [order.id, order.status]));
      if (stopIds.some((stopId) => !states.has(stopId))) throw notFound();
      const refused = stopIds.filter((stopId) => states.get(stopId) !== 'submitted');
      if (refused.length > 0) throw notAssignable(stopIds, refused, states);
      const count = held.length - stopIds.length;
      if (held.length > mostStops) {
        throw problem('route_full', `It has ${count} stops; ${mostStops} are the most. Make another route.`);
      }
      const first = Math.min(position ?? count + 1, count + 1);
      if (first <= count) await shiftPositions(em, id, first, stopIds.length);
      const assigned = await assignOrders(em, id, stopIds, first);
      await this.events.append(em, ...orderEvents('order.scheduled', route, assigned));
    };
    return this.change(id, add, stopIds);
  }

  /**
   * Puts the route's stops into this order.
   * @throws Problem `validation_failed` unless it names exactly the route's stops, `route_started`
   */
  async orderStops(id: string, stopIds: string[]): Promise<RouteWithStopsDto> {
    return this.change(id, async (em, route) => {
      assertFresh(route);
      const present = new Set((await this.routes.stopsOf(id)).map((stop) => stop.id));
      if (present.size !== stopIds.length || !stopIds.every((stopId) => present.has(stopId))) {
        const detail = `must name each of the route’s ${present.size} stops once; read the route again`;
        throw invalidField('/stopIds', 'not_a_permutation', detail);
      }
      await placeOrders(em, id, stopIds);
    });
  }

  /**
   * Removes a stop from a route; it is unassigned again.
   * @throws Problem `route_started`, `not_found`
   */
  async removeStop(id: string, stopId: string): Promise<void> {
    await this.change(id, async (em, route) => {
      assertFresh(route);
      const [freed] = await unassignOrders(em, id, stopId);
      if (!freed) throw notFound();
      await shiftPositions(em, id, freed.position, -1);
      await this.events.append(em, ...orderEvents('order.unscheduled', route, [freed]));
    });
  }

  /**
   * Reorders the stops for a short route from the depot.
   * @throws Problem `route_started`
   */
  async optimizeRoute(id: string): Promise<RouteWithStopsDto> {
    return this.change(id, async (em, route) => {
      const depot = await em.findOneOrFail(Depot, { id: route.depotId });
      const stops = await this.routes.stopsOf(id);
      const start = { latitude: depot.latitude ?? null, longitude: depot.longitude ?? null };
      const ids = optimizeOrder(start, stops).map((stop) => stop.id);
      await placeOrders(em, id, ids);
    });
  }

  /** Changes the stops of a planned route, which also counts as a change of the route. */
  private async change(
    id: string,
    work: (em: EntityManager, route: Route, held: HeldOrder[]) => Promise<void>,
    joining: readonly string[] = [],
  ): Promise<RouteWithStopsDto> {
    return this.db.transaction(async (em) => {
      const { route, held } = await this.routes.lockWithStops(em, id, joining);
      assertPlanned(route);
      await work(em, route, held);
      route.updatedAt = new Date();
      await em.flush();
      return this.routes.getRoute(id);
    });
  }
}

function notAssignable(
  stopIds: readonly string[],
  refused: readonly string[],
  states: ReadonlyMap<string, OrderStatus>,
) {
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
