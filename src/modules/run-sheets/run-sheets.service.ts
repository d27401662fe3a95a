import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { Depot } from '../depots/depot.entity.js';
import { Driver } from '../drivers/driver.entity.js';
import { ProofReadsService } from '../proofs/proof-reads.service.js';
import { Route } from '../routes/route.entity.js';
import { RoutesService } from '../routes/routes.service.js';
import { RunSheetLinks } from './run-sheet-links.js';
import { toRunSheet, type DriverLinkDto, type RunSheetDto } from './run-sheets.dto.js';

/** Shows a route to its driver, who has no account. */
@Injectable()
export class RunSheetsService {
  constructor(
    private readonly db: Database,
    private readonly runSheetLinks: RunSheetLinks,
    private readonly routes: RoutesService,
    private readonly proofs: ProofReadsService,
  ) {}

  /** Creates a new link; earlier ones stay valid until they expire. */
  async createDriverLink(routeId: string): Promise<DriverLinkDto> {
    const route = await this.db.transaction((em) => em.findOne(Route, { id: routeId }));
    if (!route) throw notFound();
    const { url, expiresAt } = this.runSheetLinks.create(routeId, route.startsAt ?? null);
    return { url, expiresAt: expiresAt.toISOString() };
  }

  /** @throws Problem `not_found` for expired and forged links, and those of deleted routes */
  async getRunSheet(token: string): Promise<RunSheetDto> {
    const claim = this.runSheetLinks.verify(token);
    if (!claim) throw notFound();
    const route = await this.db.asSystem('the link is all the driver has', (em) =>
      em.findOne(Route, { id: claim.routeId }),
    );
    if (!route) throw notFound();
    const { id, organizationId, depotId, driverId } = route;
    return this.db.as({ audience: 'organization', organizationId }, async (em) => {
      const depot = await em.findOneOrFail(Depot, { id: depotId });
      const driver = driverId ? await em.findOne(Driver, { id: driverId }) : null;
      const stops = await this.routes.stopsOf(id);
      const required = await this.proofs.requiredProofs(stops.map(({ clientId }) => clientId));
      const { expiresAt } = claim;
      return toRunSheet({ route, stops, depot, driverName: driver?.name ?? null, required, expiresAt });
    });
  }
}
