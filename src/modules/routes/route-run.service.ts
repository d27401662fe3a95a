import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { Depot } from '../depots/depot.entity.js';
import { EventLog } from '../events/event-log.js';
import { etasOf, type Eta } from './eta.js';
import { startOrders, updateEtas } from './route-orders.queries.js';
import { orderEvents, routeEvent } from './route-events.js';
import type { Route } from './route.entity.js';
import type { RouteWithStopsDto } from './routes.dto.js';
import { RoutesService } from './routes.service.js';

/** Starts and completes routes. */
@Injectable()
export class RouteRunService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly routes: RoutesService,
  ) {}

  /**
   * Starts the route: every stop goes out for delivery and gets its ETA.
   * @throws Problem `route_started`, `route_empty`
   */
  async startRoute(id: string): Promise<RouteWithStopsDto> {
    return this.db.transaction(async (em) => {
      const { route } = await this.routes.lockWithStops(em, id);
      if (route.status !== 'planned') throw problem('route_started', 'It can be started only once.');
      const stops = await this.routes.stopsOf(id);
      if (stops.length === 0) throw problem('route_empty', 'Add stops to the route first.');
      const depot = await em.findOneOrFail(Depot, { id: route.depotId });
      const start = { latitude: depot.latitude ?? null, longitude: depot.longitude ?? null };
      const now = new Date();
      const etas = etasOf(start, now, stops, now);
      const etaById = new Map<string, Eta>(stops.map((stop, index) => [stop.id, etas[index]!]));
      route.status = 'started';
      route.startedAt = now;
      await em.flush();
      const started = await startOrders(em, id, etaById);
      await this.events.append(
        em,
        routeEvent('route.started', route),
        ...orderEvents('order.out_for_delivery', route, started, etaById),
      );
      return this.routes.getRoute(id);
    });
  }

  /**
   * Completes a route on which every stop has had its attempt.
   * @throws Problem `route_not_started`, `route_completed`, `route_has_open_stops`
   */
  async completeRoute(id: string): Promise<RouteWithStopsDto> {
    return this.db.transaction(async (em) => {
      const { route } = await this.routes.lockWithStops(em, id);
      if (route.status === 'planned') throw problem('route_not_started', 'Start the route first.');
      if (route.status === 'completed') throw problem('route_completed', 'It is done already.');
      const stops = await this.routes.stopsOf(id);
      const open = stops.filter(({ status }) => status === 'out_for_delivery');
      if (open.length > 0) {
        throw problem(
          'route_has_open_stops',
          `${open.length} of its ${stops.length} stops are still out for delivery. Record an attempt for each first.`,
        );
      }
      route.status = 'completed';
      route.completedAt = new Date();
      await em.flush();
      await this.events.append(em, routeEvent('route.completed', route));
      return this.routes.getRoute(id);
    });
  }

  /** Sets new ETAs on stops of a started route; the caller has locked the route and its stops. */
  async moveEtas(em: EntityManager, route: Route, etas: ReadonlyMap<string, Eta>): Promise<void> {
    const moved = await updateEtas(em, route.id, etas);
    await this.events.append(em, ...orderEvents('order.eta_changed', route, moved, etas));
  }
}
