import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import {
  momentInput,
  pageOf,
  pageQuery,
  repeatable,
  nameText,
  timestamp,
  uuid,
} from '../../common/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import type { TrackingLinks } from '../orders/tracking-links.js';
import { stopDto, toStop, type StopRow } from '../stops/stops.dto.js';
import { routeStatuses, type RouteStatus } from './route.entity.js';

export const routeStatus = z.enum(routeStatuses).meta({ id: 'RouteStatus' });

const routeDto = z
  .object({
    id: uuid,
    title: z.string(),
    depotId: uuid,
    driverId: uuid.nullable(),
    status: routeStatus,
    startsAt: timestamp.nullable(),
    startedAt: timestamp.nullable(),
    completedAt: timestamp.nullable(),
    stopCount: z.int(),
    createdAt: timestamp,
  })
  .meta({ id: 'Route' });
type RouteDto = z.output<typeof routeDto>;

export const routePage = pageOf(routeDto, 'RoutePage');

export const routeWithStopsDto = routeDto
  .extend({ stops: z.array(stopDto).describe('In the order in which they are visited.') })
  .meta({ id: 'RouteWithStops' });
export type RouteWithStopsDto = z.output<typeof routeWithStopsDto>;

const title = nameText(200).meta({ example: 'Midtown, Monday morning' });
const startsAt = momentInput.nullish().meta({ description: 'When the driver is planned to leave.' });
const driverId = uuid.nullish().meta({ example: null });

export const createRouteBody = z
  .strictObject({
    title,
    depotId: uuid.optional().meta({ description: 'Default: the main depot.', example: undefined }),
    driverId,
    startsAt,
  })
  .meta({ id: 'CreateRoute' });
export type CreateRoute = z.output<typeof createRouteBody>;

export const updateRouteBody = z
  .strictObject({
    title: title.optional(),
    depotId: uuid.optional().meta({ example: undefined }),
    driverId,
    startsAt,
  })
  .meta({ id: 'UpdateRoute' });
export type UpdateRoute = z.output<typeof updateRouteBody>;

export const routeQuery = z.object({
  ...pageQuery,
  status: repeatable(routeStatus),
  depotId: uuid.optional().meta({ example: undefined }),
  driverId: uuid.optional().meta({ example: undefined }),
});
export type RouteQuery = z.output<typeof routeQuery>;

const stopIds = z
  .array(uuid)
  .min(1, 'name at least one')
  .max(1000, 'may hold 1000 at most')
  .refine((ids) => new Set(ids).size === ids.length, 'names a stop twice');

export const addStopsBody = z
  .strictObject({
    stopIds,
    position: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'Where the first of them goes, from 1. Default: the end.', example: 1 }),
  })
  .meta({ id: 'AddStops' });
export type AddStops = z.output<typeof addStopsBody>;

export const orderStopsBody = z
  .strictObject({ stopIds: stopIds.meta({ description: 'All stops of the route, in their new order.' }) })
  .meta({ id: 'OrderStops' });
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
}

export function toRoute({ version, ...row }: RouteRow): RouteDto {
  const route: RouteDto = {
    ...row,
    startsAt: toTimestamp(row.startsAt),
    startedAt: toTimestamp(row.startedAt),
    completedAt: toTimestamp(row.completedAt),
    createdAt: toTimestamp(row.createdAt),
  };
  return withVersion(route, version);
}

export function toRouteWithStops(row: RouteRow, stops: StopRow[], links: TrackingLinks): RouteWithStopsDto {
  return withVersion({ ...toRoute(row), stops: stops.map((stop) => toStop(stop, links)) }, row.version);
}
