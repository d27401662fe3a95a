import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ListPages } from '../../common/cursor.js';
import { assertFresh } from '../../common/http/etag.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { ageOf, byAge } from '../../database/sql/newest-first.js';
import { Depot } from '../depots/depot.entity.js';
import { Driver } from '../drivers/driver.entity.js';
import { EventLog } from '../events/event-log.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import type { StopRow } from '../stops/stops.dto.js';
import { lockOrders, unassignOrders } from './route-orders.queries.js';
import { orderEvents } from './route-events.js';
import { Route } from './route.entity.js';
import {
  toRoute,
  toRouteWithStops,
  type CreateRoute,
  type RouteQuery,
  type RouteDetailRow,
  type RouteRow,
  type RouteWithStopsDto,
  type UpdateRoute,
} from './routes.dto.js';
import type { RoutePlan } from './plans/route-plan.js';
import { RouteMeasuring } from './plans/route-measuring.service.js';
import { RoutePlans } from './plans/route-plans.service.js';
import { selectRoute, selectRoutePlan, selectRoutes, selectRouteStops } from './routes.queries.js';

const pages = new ListPages('routes', byAge);

@Injectable()
export class RoutesService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly reads: TenantReads,
    private readonly links: TrackingLinks,
    private readonly plans: RoutePlans,
    private readonly measuring: RouteMeasuring,
  ) {}

  /** Newest first. */
  async listRoutes({ limit, cursor, ...filters }: RouteQuery) {
    const after = pages.decode(cursor, filters);
    const rows = await this.reads.rows<RouteRow>((statement, scope) =>
      selectRoutes(statement, scope, { filters, after, rows: limit + 1 }),
    );
    return pages.page(rows, limit, filters, ageOf, toRoute);
  }

  /** The route's current state, also within a transaction. @throws Problem `not_found` */
  async getRoute(id: string): Promise<RouteWithStopsDto> {
    return toRouteWithStops(await this.rowOf(id), await this.stopsOf(id), this.links);
  }

  /** @throws Problem `not_found` */
  async rowOf(id: string): Promise<RouteDetailRow> {
    const [row] = await this.reads.rows<RouteDetailRow>((statement, scope) =>
      selectRoute(statement, scope, id),
    );
    if (!row) throw notFound();
    return row;
  }

  /** The way of a route as it was last measured. */
  async planOf(id: string): Promise<RoutePlan | null> {
    const [row] = await this.reads.rows<{ plan: RoutePlan | null }>((statement, scope) =>
      selectRoutePlan(statement, scope, id),
    );
    return row?.plan ?? null;
  }

  /** The stops of a route in visiting order. */
  async stopsOf(id: string): Promise<StopRow[]> {
    return this.reads.rows<StopRow>((statement, scope) => selectRouteStops(statement, scope, id));
  }

  /** @throws Problem `not_found` for an unknown depot or driver */
  async createRoute({ depotId, driverId, startsAt, title }: CreateRoute): Promise<RouteWithStopsDto> {
    return this.db.transaction(async (em) => {
      const depot = await found(em.findOne(Depot, depotId ? { id: depotId } : { isMain: true }));
      const driver = driverId ? await found(em.findOne(Driver, { id: driverId })) : null;
      const route = em.create(Route, {
        title,
        organizationId: callingOrganization(),
        depotId: depot.id,
        driverId: driver?.id ?? null,
        startsAt: startsAt ? new Date(startsAt) : null,
      });
      await em.flush();
      return this.getRoute(route.id);
    });
  }

  /**
   * Changes a route; its depot and start time only before it has started.
   * @throws Problem `route_started`, `stale_version`, `not_found` as {@link createRoute}
   */
  async updateRoute(id: string, changes: UpdateRoute): Promise<RouteWithStopsDto> {
    return this.db.transaction(async (em) => {
      const route = await this.lockRoute(em, id);
      assertFresh(route);
      const { title, depotId, driverId, startsAt } = changes;
      if (depotId !== undefined || startsAt !== undefined) assertPlanned(route);
      if (depotId) route.depotId = (await found(em.findOne(Depot, { id: depotId }))).id;
      if (driverId) route.driverId = (await found(em.findOne(Driver, { id: driverId }))).id;
      if (driverId === null) route.driverId = null;
      if (startsAt !== undefined) route.startsAt = startsAt === null ? null : new Date(startsAt);
      if (title !== undefined) route.title = title;
      if (depotId !== undefined || startsAt !== undefined)
        await this.replan(em, route, depotId !== undefined);
      await em.flush();
      return this.getRoute(id);
    });
  }

  private async replan(em: EntityManager, route: Route, moved: boolean): Promise<void> {
    const stops = await this.stopsOf(route.id);
    if (!moved) return this.plans.retime(em, route, stops, (await this.planOf(route.id))?.legSeconds ?? []);
    if (await this.plans.keep(em, route, stops)) await this.measuring.later(em, route);
  }

  /**
   * Deletes a route that has not started; its stops are unassigned again.
   * @throws Problem `route_started`, `stale_version`
   */
  async deleteRoute(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const { route } = await this.lockWithStops(em, id);
      assertFresh(route);
      assertPlanned(route);
      const freed = await unassignOrders(em, id);
      await this.events.append(em, ...orderEvents('order.unscheduled', route, freed));
      await em.nativeDelete(Route, { id });
    });
  }

  /**
   * Locks the route, its stops and those about to join, until the transaction ends: first the route, then the
   * orders. Do not change orders that are not returned: they would be locked out of order.
   * @throws Problem `not_found`
   */
  async lockWithStops(em: EntityManager, id: string, joining: readonly string[] = []) {
    const route = await this.lockRoute(em, id);
    return { route, held: await lockOrders(em, id, joining) };
  }

  private async lockRoute(em: EntityManager, id: string): Promise<Route> {
    return found(em.findOne(Route, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  }
}

/** @throws Problem `route_completed` */
export function assertNotCompleted({ status }: Pick<Route, 'status'>): void {
  if (status === 'completed') throw problem('route_completed', 'It is done already.');
}

/** @throws Problem `route_started` */
export function assertPlanned(route: Route): void {
  if (route.status !== 'planned') {
    throw problem('route_started', 'A route can only be changed like this before it starts.');
  }
}

async function found<T>(looking: Promise<T | null | undefined>): Promise<T> {
  const it = await looking;
  if (!it) throw notFound();
  return it;
}
