import { Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { EventLog } from '../events/event-log.js';
import { reportToStores } from '../orders/store-reports.js';
import { RouteEtas } from './plans/route-etas.service.js';
import { beginningOf, RoutePlans, type MeasuredWay } from './plans/route-plans.service.js';
import { startOrders } from './route-orders.queries.js';
import { orderEvents, routeEvent } from './route-events.js';
import type { RouteWithStopsDto } from './routes.dto.js';
import { assertNotCompleted, RoutesService } from './routes.service.js';

/** Starts, delays and completes routes. */
@Injectable()
export class RouteRunService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly routes: RoutesService,
    private readonly plans: RoutePlans,
    private readonly etas: RouteEtas,
  ) {}

  /**
   * Starts the route: every stop goes out for delivery and gets its ETA.
   * @throws Problem `route_started`, `route_empty`
   */
  async startRoute(id: string): Promise<RouteWithStopsDto> {
    const way = await this.betterWay(id);
    return this.db.transaction(async (em) => {
      const { route } = await this.routes.lockWithStops(em, id);
      if (route.status !== 'planned') throw problem('route_started', 'It can be started only once.');
      const stops = await this.routes.stopsOf(id);
      if (stops.length === 0) throw problem('route_empty', 'Add stops to the route first.');
      const now = new Date();
      const { latitude, longitude } = await beginningOf(em, route);
      if (way) await this.plans.keep(em, route, stops, way);
      em.assign(route, {
        status: 'started',
        startedAt: now,
        leavesAt: now,
        leavesLatitude: latitude,
        leavesLongitude: longitude,
      });
      await em.flush();
      const etaById = await this.etas.first(em, route, now);
      const started = await startOrders(em, id, etaById);
      await this.events.append(
        em,
        routeEvent('route.started', route),
        ...orderEvents('order.out_for_delivery', route, started, etaById),
      );
      await reportToStores(em, this.jobs, { what: 'started' }, route.organizationId, started);
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
      assertNotCompleted(route);
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

  /**
   * Moves what is ahead of a started route by so many minutes, from now on or from what is expected, whichever is later.
   * @throws Problem `route_not_started`, `route_completed`
   */
  async delayRoute(id: string, minutes: number): Promise<RouteWithStopsDto> {
    return this.db.transaction(async (em) => {
      const { route } = await this.routes.lockWithStops(em, id);
      if (route.status === 'planned') {
        throw problem('route_not_started', 'Before the start, change when the route starts instead.');
      }
      assertNotCompleted(route);
      const now = new Date();
      await this.etas.delay(em, route, minutes, now);
      await em.flush();
      await this.etas.update(em, route, now);
      return this.routes.getRoute(id);
    });
  }

  /** Measured by the map, where that was not done yet; a route starts without, too. */
  private async betterWay(id: string): Promise<MeasuredWay | undefined> {
    const route = await this.routes.rowOf(id);
    if (route.status !== 'planned' || route.travelTimes === 'osrm') return undefined;
    const depot = { latitude: route.depotLatitude, longitude: route.depotLongitude };
    return this.plans.measure(depot, await this.routes.stopsOf(id));
  }
}
