import { z } from 'zod';
import { timestamp } from '../../common/schemas.js';
import type { Depot } from '../depots/depot.entity.js';
import { contentOf, orderDto, toEta } from '../orders/orders.dto.js';
import type { StopRow } from '../stops/stops.dto.js';
import type { Route } from '../routes/route.entity.js';
import { routeStatus } from '../routes/routes.dto.js';

const runSheetStop = orderDto
  .pick({
    id: true,
    status: true,
    activity: true,
    address: true,
    size: true,
    packageCount: true,
    products: true,
    notes: true,
    timing: true,
    eta: true,
  })
  .extend({
    position: z.int(),
    recipient: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  })
  .meta({ id: 'RunSheetStop' });

/** What the driver needs on the road, without anything else. */
export const runSheetDto = z
  .object({
    title: z.string(),
    status: routeStatus,
    startsAt: timestamp.nullable(),
    expiresAt: timestamp.describe('When this link ends.'),
    driverName: z.string().nullable(),
    depot: z.object({
      name: z.string(),
      address: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    }),
    stops: z.array(runSheetStop),
  })
  .meta({ id: 'RunSheet' });
export type RunSheetDto = z.output<typeof runSheetDto>;

export function toRunSheet(
  route: Route,
  stops: StopRow[],
  depot: Depot,
  driverName: string | null,
  expiresAt: Date,
): RunSheetDto {
  return {
    title: route.title,
    status: route.status,
    startsAt: route.startsAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    driverName,
    depot: {
      name: depot.name,
      address: depot.address ?? null,
      latitude: depot.latitude ?? null,
      longitude: depot.longitude ?? null,
    },
    stops: stops.map(toRunSheetStop),
  };
}

/** Parsing removes the properties that are not for the driver. */
function toRunSheetStop(row: StopRow, index: number): RunSheetDto['stops'][number] {
  return runSheetStop.parse({
    ...contentOf(row),
    id: row.id,
    status: row.status,
    position: row.routePosition ?? index + 1,
    eta: toEta(row),
  });
}

export const driverLinkDto = z
  .object({
    url: z.url().meta({ description: 'The run sheet, for whoever holds this link.' }),
    expiresAt: timestamp,
  })
  .meta({ id: 'DriverLink' });
export type DriverLinkDto = z.output<typeof driverLinkDto>;
