import { Injectable } from '@nestjs/common';
import { problem } from '../../../common/problems/problems.js';
import { Database } from '../../../database/database.js';
import { Jobs } from '../../../jobs/jobs.js';
import { assertNotCompleted, RoutesService } from '../../routes/routes.service.js';
import { assertSandbox } from '../sandbox-only.js';
import type { DrivenRouteDto, DriveRoute } from './drive.dto.js';
import { SandboxDrive } from './sandbox-drive.entity.js';

/** Lets routes of a sandbox be driven to their end. */
@Injectable()
export class DrivesService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly routes: RoutesService,
  ) {}

  /** @throws Problem `not_found`, `sandbox_only`, `route_completed`, `route_empty`, `route_being_driven` */
  async driveRoute(routeId: string, { outcome, speed }: DriveRoute): Promise<DrivenRouteDto> {
    return this.db.transaction(async (em) => {
      const { route } = await this.routes.lockWithStops(em, routeId);
      await assertSandbox(em);
      assertNotCompleted(route);
      const { stopCount, doneCount, failedCount } = await this.routes.rowOf(routeId);
      if (stopCount === 0) throw problem('route_empty', 'Add stops to the route first.');
      if ((await em.count(SandboxDrive, { routeId })) > 0) throw problem('route_being_driven');
      const { organizationId } = route;
      em.create(SandboxDrive, { routeId, organizationId, outcomes: outcome, speed: speed ?? null });
      await em.flush();
      await this.jobs.enqueue(em, 'sandbox.drive', { routeId, organizationId }, { tenant: organizationId });
      return { routeId, openStops: stopCount - doneCount - failedCount };
    });
  }
}
