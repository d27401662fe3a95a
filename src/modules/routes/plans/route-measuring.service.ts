import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Jobs } from '../../../jobs/jobs.js';
import type { Route } from '../route.entity.js';

/** Has routes measured by the map after their transaction: nobody waits for it while holding locks. */
@Injectable()
export class RouteMeasuring {
  constructor(private readonly jobs: Jobs) {}

  async later(em: EntityManager, { id: routeId, organizationId }: Route): Promise<void> {
    await this.jobs.enqueue(em, 'routes.measure', { routeId, organizationId }, { tenant: organizationId });
  }
}
