import { z } from 'zod';
import { timestamp } from '../../common/schemas/schemas.js';
import { storedRecipient } from '../../order-fields/order-content.schema.js';
import type { Depot } from '../depots/depot.entity.js';
import { depotDto } from '../depots/depots.dto.js';
import { contentOf, orderDto, toEta } from '../orders/orders.dto.js';
import { requiredProof, type RequirableProof } from '../organizations/required-proof.dto.js';
import type { StopRow } from '../stops/stops.dto.js';
import type { Route } from '../routes/route.entity.js';
import { routeStatus } from '../routes/routes.dto.js';

const runSheetRecipient = storedRecipient
  .pick({ name: true, phone: true })
  .meta({ id: 'RunSheetRecipient', description: 'Whom the driver meets.' });

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
    position: z.int().describe('Which stop of the route this is, from 1.'),
    recipient: runSheetRecipient.describe('Who receives or hands over the packages.'),
    requiredProof: requiredProof.describe('What the driver must bring from a delivery here.'),
  })
  .meta({ id: 'RunSheetStop', description: 'A stop as its driver sees it.' });

const runSheetDepot = depotDto
  .pick({ name: true, address: true, latitude: true, longitude: true })
  .meta({ id: 'RunSheetDepot', description: 'Where the route starts.' });

/** What the driver needs on the road, without anything else. */
export const runSheetDto = z
  .object({
    title: z.string().describe('What the dispatcher calls the route.'),
    status: routeStatus.describe('How far the route is.'),
    startsAt: timestamp.nullable().describe('When the driver is planned to leave; null if not planned.'),
    expiresAt: timestamp.describe('Until when this link works.'),
    driverName: z.string().nullable().describe('Name of the driver; null if none is chosen.'),
    depot: runSheetDepot.describe('Where the route starts.'),
    stops: z.array(runSheetStop).describe('The stops in the order in which they are visited.'),
  })
  .meta({ id: 'RunSheet', description: 'A route as its driver sees it.' });
export type RunSheetDto = z.output<typeof runSheetDto>;

export function toRunSheet({
  route,
  stops,
  depot,
  driverName,
  required,
  expiresAt,
}: {
  route: Route;
  stops: StopRow[];
  depot: Depot;
  driverName: string | null;
  /** By client. */
  required: Map<string | null, RequirableProof[]>;
  expiresAt: Date;
}): RunSheetDto {
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
    stops: stops.map((row, index) => toRunSheetStop(row, index, required.get(row.clientId) ?? [])),
  };
}

/** Parsing removes the properties that are not for the driver. */
function toRunSheetStop(
  row: StopRow,
  index: number,
  required: RequirableProof[],
): RunSheetDto['stops'][number] {
  return runSheetStop.parse({
    ...contentOf(row),
    id: row.id,
    status: row.status,
    position: row.routePosition ?? index + 1,
    eta: toEta(row),
    requiredProof: required,
  });
}

export const driverLinkDto = z
  .object({
    url: z.url().meta({ description: 'The run sheet, for whoever holds this link.' }),
    expiresAt: timestamp.describe('Until when the link works.'),
  })
  .meta({ id: 'DriverLink', description: 'A link that shows a driver the run sheet of a route.' });
export type DriverLinkDto = z.output<typeof driverLinkDto>;
