import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/problems.js';
import { Database } from '../../database/database.js';
import { TenantReads } from '../../database/tenant-reads.js';
import { Depot } from '../depots/depot.entity.js';
import type { StopRow } from '../stops/stops.dto.js';
import { Driver, Route } from './route.entity.js';
import type { DriverLinkDto } from './routes.dto.js';
import { selectRouteStops } from './routes.queries.js';
import { RunSheetLinks } from './run-sheet-links.js';
import { toRunSheet, type RunSheetDto } from './run-sheets.dto.js';

/** A route for whoever drives it, without an account. */
@Injectable()
export class RunSheetsService {
  constructor(
    private readonly db: Database,
    private readonly runSheetLinks: RunSheetLinks,
    private readonly reads: TenantReads,
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
      const own = { audience: 'organization', organizationId } as const;
      const stops = await this.reads.rows<StopRow>((statement) => selectRouteStops(statement, own, route.id));
      return toRunSheet(route, stops, depot, driver?.name ?? null, claim.expiresAt);
    });
  }
}
