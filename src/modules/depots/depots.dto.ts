import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import {
  latitude,
  longitude,
  optionalText,
  pageOf,
  nameText,
  timestamp,
  timezone,
  uuid,
} from '../../common/schemas.js';
import type { Depot } from './depot.entity.js';

const place = {
  latitude: latitude.nullable().optional().meta({ example: 40.7532 }),
  longitude: longitude.nullable().optional().meta({ example: -73.9822 }),
};
const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters')
  .nullable()
  .meta({ description: 'Where phone numbers without a country code are from.', example: 'US' });

export const depotDto = z
  .object({
    id: uuid,
    name: z.string(),
    address: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    timezone: z.string(),
    countryCode: z.string().nullable(),
    isMain: z.boolean(),
    createdAt: timestamp,
  })
  .meta({ id: 'Depot' });
export type DepotDto = z.output<typeof depotDto>;

export const depotPage = pageOf(depotDto, 'DepotPage');

/** A depot has two coordinates or none, so a change names both or neither. */
const bothOrNone = ({ latitude, longitude }: { latitude?: number | null; longitude?: number | null }) =>
  (latitude === undefined) === (longitude === undefined) && (latitude === null) === (longitude === null);
const bothOrNoneProblem = { message: 'give latitude and longitude together or neither', path: ['latitude'] };

export const createDepotBody = z
  .strictObject({
    name: nameText(200).meta({ example: 'Midtown' }),
    address: optionalText(500).optional().meta({ example: '476 5th Ave, New York, NY 10018' }),
    ...place,
    timezone: timezone.optional().meta({ description: 'Default: the organization’s.' }),
    countryCode: countryCode.optional(),
  })
  .refine(bothOrNone, bothOrNoneProblem)
  .meta({ id: 'CreateDepot' });
export type CreateDepot = z.output<typeof createDepotBody>;

export const updateDepotBody = z
  .strictObject({
    name: nameText(200).optional(),
    address: optionalText(500).optional(),
    ...place,
    timezone: timezone.optional(),
    countryCode: countryCode.optional(),
  })
  .refine(bothOrNone, bothOrNoneProblem)
  .meta({ id: 'UpdateDepot' });
export type UpdateDepot = z.output<typeof updateDepotBody>;

export function toDepot(depot: Depot): DepotDto {
  return withVersion(
    {
      id: depot.id,
      name: depot.name,
      address: depot.address ?? null,
      latitude: depot.latitude ?? null,
      longitude: depot.longitude ?? null,
      timezone: depot.timezone,
      countryCode: depot.countryCode ?? null,
      isMain: depot.isMain,
      createdAt: depot.createdAt.toISOString(),
    },
    depot.version,
  );
}
