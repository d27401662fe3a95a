import { LockMode } from '@mikro-orm/core';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import type { JobPayload } from '../../jobs/job-map.js';
import { Jobs, type JobRun } from '../../jobs/jobs.js';
import { enqueueNext } from '../../jobs/repeating-job.js';
import { beginningOf, RoutePlans } from './plans/route-plans.service.js';
import { RouteEtas } from './plans/route-etas.service.js';
import { endOf } from '../orders/order-status-sql.js';
import { Route } from './route.entity.js';
import { RoutesService } from './routes.service.js';

const everySeconds = 60;
/** A driver so late, in seconds, of whom nothing is heard, has stopped recording: guessing on would tell nobody anything. */
const mostOverdue = 3 * 3_600;
const longestWatched = '2 days';

/** Started routes whose next stop should have been reached. */
const overdueSql = `
  select r.id, r.organization_id as "organizationId" from routes r
   where r.status = 'started' and r.leaves_at > now() - interval '${longestWatched}'
     and exists (select from orders o
                  where o.route_id = r.id and o.status = ${endOf('start')} and o.eta_at < now())
   order by r.leaves_at`;

/** What happens to routes without anybody asking: measuring them by the map, and moving the ETAs of late drivers. */
@Injectable()
export class RouteJobs implements OnModuleInit {
  private readonly logger = new Logger(RouteJobs.name);

  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly routes: RoutesService,
    private readonly plans: RoutePlans,
    private readonly etas: RouteEtas,
  ) {}

  async onModuleInit(): Promise<void> {
    this.jobs.handle('routes.measure', (payload) => this.measure(payload));
    this.jobs.handle('routes.watch', (_, run) => this.watch(run));
    await enqueueNext(this.sql, 'routes.watch', everySeconds);
  }

  /** Where the map does not answer, the straight line stays: the next change of the route asks again. */
  private async measure({ routeId, organizationId }: JobPayload<'routes.measure'>): Promise<void> {
    const scope: TenantScope = { audience: 'organization', organizationId };
    const before = await this.db.as(scope, async (em) => {
      const route = await em.findOne(Route, { id: routeId });
      return route && { depot: await beginningOf(em, route), stops: await this.routes.stopsOf(routeId) };
    });
    if (!before) return;
    const way = await this.plans.measure(before.depot, before.stops);
    await this.db.as(scope, async (em) => {
      const there = await em.findOne(Route, { id: routeId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!there || there.status === 'completed') return;
      const { route } = await this.routes.lockWithStops(em, routeId);
      await this.plans.keep(em, route, await this.routes.stopsOf(routeId), way);
      await em.flush();
      if (route.status === 'started') await this.etas.update(em, route);
    });
  }

  private async watch({ signal }: JobRun): Promise<void> {
    await enqueueNext(this.sql, 'routes.watch', everySeconds);
    const late = await this.sql.query<{ id: string; organizationId: string }>('routes_overdue', overdueSql);
    for (const { id, organizationId } of late) {
      if (signal.aborted) return;
      await this.moveOn(id, organizationId).catch((error: unknown) =>
        this.logger.error({ err: error, routeId: id }, 'The ETAs of a late route could not be moved'),
      );
    }
  }

  private async moveOn(id: string, organizationId: string): Promise<void> {
    await this.db.as({ audience: 'organization', organizationId }, async (em) => {
      const { route } = await this.routes.lockWithStops(em, id);
      if (route.status !== 'started') return;
      const now = new Date();
      if ((await this.etas.overdue(em, route, now)) < mostOverdue) await this.etas.update(em, route, now);
    });
  }
}
