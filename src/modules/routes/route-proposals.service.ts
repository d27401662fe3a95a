import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { localDay } from '../../routing/local-time.js';
import { isMapped } from '../../routing/travel.js';
import { Depot } from '../depots/depot.entity.js';
import { EventLog } from '../events/event-log.js';
import type { StopRow } from '../stops/stops.dto.js';
import { RoutePlanner } from './plans/planner.service.js';
import {
  departureOf,
  lateStopsOf,
  plannedVisits,
  unplacedIn,
  wayFigures,
  type Beginning,
} from './plans/route-plan.js';
import { beginningAt, RoutePlans } from './plans/route-plans.service.js';
import { orderEvents } from './route-events.js';
import { assignOrders, lockOrders } from './route-orders.queries.js';
import { assertAssignable } from './route-refusals.js';
import { mostStops } from './route-stops.service.js';
import { Route } from './route.entity.js';
import type { PlanRoutes, RoutePlanDto } from './plan-routes.dto.js';
import { selectStopsById, selectUnassigned } from './routes.queries.js';
import { straightPath, type TravelPath } from './travel/travel-times.service.js';

/** One driver's part of the stops. */
interface Part {
  title: string;
  stops: StopRow[];
  path: TravelPath;
}

/** Divides unassigned stops among drivers: as a proposal, or into routes. */
@Injectable()
export class RouteProposalsService {
  constructor(
    private readonly db: Database,
    private readonly reads: TenantReads,
    private readonly events: EventLog,
    private readonly planner: RoutePlanner,
    private readonly plans: RoutePlans,
  ) {}

  /**
   * Plans a route for each driver; all of them are made, or none.
   * @throws Problem `not_found` for an unknown depot or stop, `stop_not_assignable`, `route_empty`,
   * `validation_failed` when the filter finds too many, `too_many_at_once`
   */
  async planRoutes(body: PlanRoutes): Promise<RoutePlanDto> {
    const depot = await this.depotOf(body.depotId);
    const beginning = beginningAt(depot, body.startsAt ? new Date(body.startsAt) : null);
    const stops = body.stopIds
      ? await this.named(body.stopIds)
      : await this.found(depot.id, body.filter ?? {});
    const parts = await this.divide(beginning, stops, body);
    if (body.dryRun) {
      return { dryRun: true, routes: parts.map((part) => toPlanned(beginning, part, null)) };
    }
    const ids = await this.make(depot, beginning, parts);
    return { dryRun: false, routes: parts.map((part, index) => toPlanned(beginning, part, ids[index]!)) };
  }

  private async divide(beginning: Beginning, stops: StopRow[], body: PlanRoutes): Promise<Part[]> {
    const at = departureOf(beginning);
    const departure = { at, day: at, timeZone: beginning.timeZone };
    const shares = await this.planner.split(beginning, departure, stops, body.drivers);
    const day = new Date(localDay(at, beginning.timeZone)).toISOString().slice(0, 10);
    const parts: Part[] = [];
    for (const share of shares) {
      const measured = await this.plans.measure(beginning, share);
      const title = `${body.title ?? day} · ${parts.length + 1}`;
      parts.push({ title, stops: share, path: measured?.path ?? straightPath([beginning, ...share]) });
    }
    return parts;
  }

  private make(depot: Depot, { startsAt }: Beginning, parts: Part[]): Promise<string[]> {
    return this.db.transaction(async (em) => {
      const routes = parts.map(({ title }) =>
        em.create(Route, {
          title,
          organizationId: callingOrganization(),
          depotId: depot.id,
          driverId: null,
          startsAt,
        }),
      );
      await em.flush();
      const stopIds = parts.flatMap(({ stops }) => stops.map(({ id }) => id));
      const held = await lockOrders(em, routes[0]!.id, stopIds);
      assertAssignable(stopIds, held);
      for (const [index, route] of routes.entries()) await this.fill(em, route, parts[index]!);
      await em.flush();
      return routes.map(({ id }) => id);
    });
  }

  private async fill(em: EntityManager, route: Route, { stops, path }: Part): Promise<void> {
    const stopIds = stops.map(({ id }) => id);
    const assigned = await assignOrders(em, route.id, stopIds, 1);
    await this.events.append(em, ...orderEvents('order.scheduled', route, assigned));
    await this.plans.keep(em, route, stops, { stopIds, path });
  }

  private async depotOf(id: string | undefined): Promise<Depot> {
    const depot = await this.db.transaction((em) => em.findOne(Depot, id ? { id } : { isMain: true }));
    if (!depot) throw notFound();
    return depot;
  }

  private async named(stopIds: readonly string[]): Promise<StopRow[]> {
    const stops = await this.reads.rows<StopRow>((statement, scope) =>
      selectStopsById(statement, scope, stopIds),
    );
    assertAssignable(stopIds, stops);
    return stops;
  }

  private async found(depotId: string, filter: NonNullable<PlanRoutes['filter']>): Promise<StopRow[]> {
    const stops = await this.reads.rows<StopRow>((statement, scope) =>
      selectUnassigned(statement, scope, depotId, filter, mostStops + 1),
    );
    if (stops.length === 0) throw problem('route_empty', 'No unassigned stop of this depot fits the filter.');
    if (stops.length <= mostStops) return stops;
    const detail = `finds more than ${mostStops} stops; narrow it, or plan them in several steps`;
    throw invalidField('/filter', 'too_many_stops', detail);
  }
}

function toPlanned(beginning: Beginning, { title, stops, path }: Part, id: string | null) {
  return {
    id,
    title,
    stopIds: stops.map((stop) => stop.id),
    ...wayFigures(beginning, stops, path),
    geometry: path.geometry,
    lateStops: lateStopsOf(stops, plannedVisits(beginning, stops, path.legSeconds)),
    unplacedStopIds: unplacedIn(stops),
    depotUnplaced: !isMapped(beginning),
  };
}
