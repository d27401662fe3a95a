import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { withVersion } from '../../common/http/etag.js';
import {
  momentInput,
  pageOf,
  pageQuery,
  repeatable,
  nameText,
  timestamp,
  uuid,
} from '../../common/schemas/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import type { TrackingLinks } from '../orders/tracking-links.js';
import { stopDto, toStop, type StopRow } from '../stops/stops.dto.js';
import type { TravelSource } from './travel/travel-times.service.js';
import { plannedWay, wayDetails } from './way.dto.js';
import type { RoutePlan } from './plans/route-plan.js';
import { routeOutlook } from './plans/route-outlook.js';
import { routeStatuses, type RouteStatus } from './route.entity.js';

export const routeStatus = described(
  'How far a route is:',
  {
    planned: 'It has not started; its stops can be changed.',
    started: 'The driver is on the way.',
    completed: 'It is over.',
  },
  { values: routeStatuses },
).meta({ id: 'RouteStatus' });

const routeProgress = z
  .object({
    stops: z.int().describe('How many stops the route has.'),
    done: z.int().describe('How many of them were delivered or picked up.'),
    failed: z.int().describe('How many failed.'),
  })
  .meta({ id: 'RouteProgress', description: 'How many stops of a route are finished, and how.' });

const routeDto = z
  .object({
    id: uuid.describe('Id of the route.'),
    title: z
      .string()
      .meta({ description: 'What the dispatcher calls it.', example: 'Midtown, Monday morning' }),
    depotId: uuid.describe('Id of the depot where it starts.'),
    driverId: uuid.nullable().describe('Id of the driver; null if none is chosen.'),
    status: routeStatus.describe('How far the route is.'),
    startsAt: timestamp.nullable().describe('When the driver is planned to leave; null if not planned.'),
    startedAt: timestamp.nullable().describe('When it started; null before.'),
    completedAt: timestamp.nullable().describe('When it was completed; null before.'),
    stopCount: z.int().describe('How many stops it has.'),
    progress: routeProgress.describe('How many stops are finished.'),
    ...plannedWay,
    createdAt: timestamp.describe('When it was made.'),
  })
  .meta({ id: 'Route', description: 'The stops that one driver visits on one tour.' });
type RouteDto = z.output<typeof routeDto>;

export const routePage = pageOf(routeDto, 'RoutePage', 'routes');

export const routeWithStopsDto = routeDto
  .extend({
    ...wayDetails,
    stops: z.array(stopDto).describe('The stops in the order in which they are visited.'),
  })
  .meta({ id: 'RouteWithStops', description: 'A route and its stops.' });
export type RouteWithStopsDto = z.output<typeof routeWithStopsDto>;

const title = nameText(200).meta({
  description: 'What to call the route, up to 200 characters.',
  example: 'Midtown, Monday morning',
});
export const startsAt = momentInput
  .nullish()
  .meta({ description: 'When the driver is planned to leave; null for not planned.' });
const driverId = uuid.nullish().meta({ description: 'Id of the driver; null for none.', example: null });

export const createRouteBody = z
  .strictObject({
    title,
    depotId: uuid.optional().meta({
      description: 'Id of the depot where it starts. Left out: the main depot.',
      example: undefined,
    }),
    driverId,
    startsAt,
  })
  .meta({ id: 'CreateRoute', description: 'A new route, without stops.' });
export type CreateRoute = z.output<typeof createRouteBody>;

export const updateRouteBody = z
  .strictObject({
    title: title.optional(),
    depotId: uuid.optional().meta({ description: 'Id of the depot where it starts.', example: undefined }),
    driverId,
    startsAt,
  })
  .meta({ id: 'UpdateRoute', description: 'Changes to a route. What it leaves out stays.' });
export type UpdateRoute = z.output<typeof updateRouteBody>;

export const routeQuery = z.strictObject({
  ...pageQuery,
  status: repeatable(routeStatus).describe('Only routes in these states; repeat it for several.'),
  depotId: uuid.optional().meta({ description: 'Only routes that start at this depot.', example: undefined }),
  driverId: uuid.optional().meta({ description: 'Only routes of this driver.', example: undefined }),
});
export type RouteQuery = z.output<typeof routeQuery>;

export const stopIds = z
  .array(uuid)
  .min(1, 'name at least one')
  .max(1000, 'may hold 1000 at most')
  .refine((ids) => new Set(ids).size === ids.length, 'names a stop twice');

export const addStopsBody = z
  .strictObject({
    stopIds: stopIds.describe('Ids of the stops, 1 to 1000, in the order in which to visit them.'),
    position: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'Where the first of them goes, from 1. Left out: the end.', example: 1 }),
  })
  .meta({ id: 'AddStops', description: 'Stops to add to a route.' });
export type AddStops = z.output<typeof addStopsBody>;

export const orderStopsBody = z
  .strictObject({
    stopIds: stopIds.meta({
      description:
        'Ids of all stops of the route, in their new order; once it has started, of those still open.',
    }),
  })
  .meta({ id: 'OrderStops', description: 'The order in which to visit the stops of a route.' });
export type OrderStops = z.output<typeof orderStopsBody>;

/** A stored route as `routes.queries.ts` selects it; timestamps as PostgreSQL prints them. */
export interface RouteRow {
  id: string;
  title: string;
  depotId: string;
  driverId: string | null;
  status: RouteStatus;
  startsAt: string | null;
  startedAt: string | null;
  completedAt: string | null;
  createdAt: string;
  version: number;
  stopCount: number;
  doneCount: number;
  failedCount: number;
  travelTimes: TravelSource | null;
  plannedDistanceMeters: number | null;
  plannedSeconds: number | null;
}

/** A single route, with what its outlook needs. */
export interface RouteDetailRow extends RouteRow {
  plan: RoutePlan | null;
  timeZone: string;
  depotLatitude: number | null;
  depotLongitude: number | null;
  leavesAt: string | null;
  leavesStopId: string | null;
  leavesLatitude: number | null;
  leavesLongitude: number | null;
}

export function toRoute(row: RouteRow): RouteDto {
  const { doneCount, failedCount } = row;
  const route: RouteDto = {
    id: row.id,
    title: row.title,
    depotId: row.depotId,
    driverId: row.driverId,
    status: row.status,
    stopCount: row.stopCount,
    travelTimes: row.travelTimes,
    plannedDistanceMeters: row.plannedDistanceMeters,
    plannedSeconds: row.plannedSeconds,
    progress: { stops: row.stopCount, done: doneCount, failed: failedCount },
    startsAt: toTimestamp(row.startsAt),
    startedAt: toTimestamp(row.startedAt),
    completedAt: toTimestamp(row.completedAt),
    createdAt: toTimestamp(row.createdAt),
  };
  return withVersion(route, row.version);
}

export function toRouteWithStops(
  row: RouteDetailRow,
  stops: StopRow[],
  links: TrackingLinks,
): RouteWithStopsDto {
  const { plan, timeZone, depotLatitude: latitude, depotLongitude: longitude } = row;
  const route = {
    ...toRoute(row),
    ...routeOutlook(row, { latitude, longitude, timeZone }, plan, stops),
    stops: stops.map((stop) => toStop(stop, links)),
  };
  return withVersion(route, row.version);
}

export const delayRouteBody = z
  .strictObject({
    minutes: z
      .int()
      .min(-1440)
      .max(1440)
      .refine((minutes) => minutes !== 0, 'must not be 0')
      .meta({
        description:
          'How many minutes later than expected now the driver reaches the next stop: 1 to 1440, or as many less than 0 where time was made up.',
        example: 15,
      }),
  })
  .meta({ id: 'DelayRoute', description: 'By how much a driver is late.' });
export type DelayRoute = z.output<typeof delayRouteBody>;
