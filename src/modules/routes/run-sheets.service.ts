import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/problems.js';
import { Database } from '../../database/database.js';
import { Depot } from '../depots/depot.entity.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import { Driver, Route } from './route.entity.js';
import { toRouteWithStops, type DriverLinkDto } from './routes.dto.js';
import { findRoute, findRouteStops } from './routes.queries.js';
import { RunSheetLinks } from './run-sheet-links.js';
import { toRunSheet, type RunSheetDto } from './run-sheets.dto.js';

/** A route for whoever drives it, without an account. */
@Injectable()
export class RunSheetsService {
  constructor(
    private readonly db: Database,
    private readonly runSheetLinks: RunSheetLinks,
    private readonly trackingLinks: TrackingLinks,
  ) {}

  /** A new link each time; those made before stay good until they end. */
  async createDriverLink(routeId: string): Promise<DriverLinkDto> {
    const route = await this.db.transaction((em) => em.findOne(Route, { id: routeId }));
    if (!route) throw notFound();
    const { url, expiresAt } = this.runSheetLinks.create(routeId, route.startsAt ?? null);
    return { url, expiresAt: expiresAt.toISOString() };
  }

  /** @throws Problem `not_found` for links that ended, were never made, or whose route is gone */
  async getRunSheet(token: string): Promise<RunSheetDto> {
    const claim = this.runSheetLinks.verify(token);
    if (!claim) throw notFound();
    return this.db.asSystem('the link is all the driver has', async (em) => {
      const route = await em.findOne(Route, { id: claim.routeId });
      if (!route) throw notFound();
      const { organizationId, depotId, driverId } = route;
      const depot = await em.findOneOrFail(Depot, { organizationId, id: depotId });
      const driver = driverId ? await em.findOne(Driver, { organizationId, id: driverId }) : null;
      const row = await findRoute(em, organizationId, claim.routeId);
      const stops = await findRouteStops(em, organizationId, claim.routeId);
      const withStops = toRouteWithStops(row!, stops, this.trackingLinks);
      return toRunSheet(withStops, depot, driver?.name ?? null, claim.expiresAt);
    });
  }
}
