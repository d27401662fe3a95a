import { z } from 'zod';
import { timestamp } from '../../common/schemas.js';
import type { Depot } from '../depots/depot.entity.js';
import { orderDto } from '../orders/orders.dto.js';
import type { StopDto } from '../stops/stops.dto.js';
import { routeStatus, type RouteWithStopsDto } from './routes.dto.js';

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

/** What the driver needs on the road, and no more. */
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
  route: RouteWithStopsDto,
  depot: Depot,
  driverName: string | null,
  expiresAt: Date,
): RunSheetDto {
  return {
    title: route.title,
    status: route.status,
    startsAt: route.startsAt,
    expiresAt: expiresAt.toISOString(),
    driverName,
    depot: {
      name: depot.name,
      address: depot.address ?? null,
      latitude: depot.latitude ?? null,
      longitude: depot.longitude ?? null,
    },
    stops: route.stops.map(toRunSheetStop),
  };
}

function toRunSheetStop(stop: StopDto, index: number): RunSheetDto['stops'][number] {
  const { id, status, activity, address, size, packageCount, products, notes, timing, eta } = stop;
  return {
    id,
    status,
    activity,
    address,
    size,
    packageCount,
    products,
    notes,
    timing,
    eta,
    position: stop.route?.position ?? index + 1,
    recipient: { name: stop.recipient.name, phone: stop.recipient.phone },
  };
}
