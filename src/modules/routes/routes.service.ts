import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { assertFresh } from '../../common/etag.js';
import { notFound, problem } from '../../common/problems.js';
import { callingOrganization } from '../../database/calling-organization.js';
import { Database } from '../../database/database.js';
import { Depot } from '../depots/depot.entity.js';
import { EventLog } from '../events/event-log.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import { orderEvents } from './route-events.js';
import { Driver, Route } from './route.entity.js';
import {
  toRoute,
  toRouteWithStops,
  type CreateRoute,
  type RouteQuery,
  type RouteWithStopsDto,
  type UpdateRoute,
} from './routes.dto.js';
import { findRoute, findRoutes, findRouteStops, unassignOrders } from './routes.queries.js';

@Injectable()
export class RoutesService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly links: TrackingLinks,
  ) {}

  /** Newest first. */
  async listRoutes({ limit, cursor, ...filters }: RouteQuery) {
    const after = decodeCursor(cursor, filters);
    const rows = await this.db.transaction((em) =>
      findRoutes(em, callingOrganization(), filters, after, limit + 1),
    );
    return toPage(rows, limit, filters, ({ id }) => [id], toRoute);
  }

  async getRoute(id: string): Promise<RouteWithStopsDto> {
    return this.db.transaction((em) => this.withStops(em, id));
  }

  /** @throws Problem `not_found` for a depot or driver that is not the organization's */
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
      return this.withStops(em, route.id);
    });
  }

  /**
   * Changes a route; where and when it leaves only before it has left.
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
      await em.flush();
      return this.withStops(em, id);
    });
  }

  /**
   * Deletes a route that has not started; its stops are unassigned again.
   * @throws Problem `route_started`, `stale_version`
   */
  async deleteRoute(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const route = await this.lockRoute(em, id);
      assertFresh(route);
      assertPlanned(route);
      const freed = await unassignOrders(em, route.organizationId, id);
      await this.events.append(em, ...orderEvents('order.unscheduled', route, freed));
      await em.remove(route).flush();
    });
  }

  /**
   * The route, its row locked: whatever changes its stops does so one after the other.
   * @throws Problem `not_found`
   */
  async lockRoute(em: EntityManager, id: string): Promise<Route> {
    return found(em.findOne(Route, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  }

  async withStops(em: EntityManager, id: string): Promise<RouteWithStopsDto> {
    const route = await found(findRoute(em, callingOrganization(), id));
    return toRouteWithStops(route, await findRouteStops(em, callingOrganization(), id), this.links);
  }
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
