import { z } from 'zod';
import { withVersion } from '../../common/http/etag.js';
import {
  countryCode,
  latitude,
  longitude,
  optionalText,
  pageOf,
  nameText,
  timestamp,
  timezone,
  uuid,
} from '../../common/schemas/schemas.js';
import type { Depot } from './depot.entity.js';

const aboutName = 'What the organization calls the depot, up to 200 characters.';
const aboutAddress = 'Address in one line, for people, up to 500 characters; null for none.';
const aboutTimezone = 'IANA time zone of the depot, in which times of day at its stops are meant.';
const aboutCountry =
  'ISO 3166-1 code of the country from which phone numbers without a country code are; null: that of the organization.';

const place = {
  latitude: latitude.nullable().optional().meta({
    description: 'Latitude in WGS-84 degrees, from -90 to 90; together with longitude or not at all.',
    example: 40.7532,
  }),
  longitude: longitude.nullable().optional().meta({
    description: 'Longitude in WGS-84 degrees, from -180 to 180; together with latitude or not at all.',
    example: -73.9822,
  }),
};
const country = countryCode.nullable().optional().describe(aboutCountry);

export const depotDto = z
  .object({
    id: uuid.describe('Id of the depot.'),
    name: z.string().describe('What the organization calls the depot.'),
    address: z.string().nullable().describe('Address in one line, for people; null for none.'),
    latitude: z.number().nullable().describe('Latitude in WGS-84 degrees; null if not told.'),
    longitude: z.number().nullable().describe('Longitude in WGS-84 degrees; null if not told.'),
    timezone: z.string().meta({ description: aboutTimezone, example: 'America/New_York' }),
    countryCode: z.string().nullable().meta({ description: aboutCountry, example: 'US' }),
    isMain: z.boolean().describe('Whether it is the main depot, which is used wherever none is named.'),
    createdAt: timestamp.describe('When it was made.'),
  })
  .meta({ id: 'Depot', description: 'A place where routes start.' });
export type DepotDto = z.output<typeof depotDto>;

export const depotPage = pageOf(depotDto, 'DepotPage', 'depots');

/** A depot has two coordinates or none, so a change names both or neither. */
const bothOrNone = ({ latitude, longitude }: { latitude?: number | null; longitude?: number | null }) =>
  (latitude === undefined) === (longitude === undefined) && (latitude === null) === (longitude === null);
const bothOrNoneProblem = { message: 'give latitude and longitude together or neither', path: ['latitude'] };

export const createDepotBody = z
  .strictObject({
    name: nameText(200).meta({ description: aboutName, example: 'Midtown' }),
    address: optionalText(500)
      .optional()
      .meta({ description: aboutAddress, example: '476 5th Ave, New York, NY 10018' }),
    ...place,
    timezone: timezone
      .optional()
      .meta({ description: `${aboutTimezone} Left out: that of the organization.` }),
    countryCode: country,
  })
  .refine(bothOrNone, bothOrNoneProblem)
  .meta({ id: 'CreateDepot', description: 'A new depot.' });
export type CreateDepot = z.output<typeof createDepotBody>;

export const updateDepotBody = z
  .strictObject({
    name: nameText(200).optional().describe(aboutName),
    address: optionalText(500).optional().describe(aboutAddress),
    ...place,
    timezone: timezone.optional().describe(aboutTimezone),
    countryCode: country,
  })
  .refine(bothOrNone, bothOrNoneProblem)
  .meta({ id: 'UpdateDepot', description: 'Changes to a depot. What it leaves out stays.' });
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
