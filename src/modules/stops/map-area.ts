import { z } from 'zod';
import type { Statement } from '../../database/sql/statement.js';
import { isHandedOver } from '../orders/order-status-sql.js';

/** A part of the map, in WGS-84 degrees. Where `west` is greater than `east` it goes across the antimeridian. */
export interface MapArea {
  south: number;
  west: number;
  north: number;
  east: number;
}

export interface Place {
  latitude: number;
  longitude: number;
}

const number = String.raw`\s*-?\d{1,3}(\.\d{1,15})?\s*`;
const degrees = (count: number, example: string, names: string) =>
  z
    .string()
    .regex(new RegExp(`^${Array.from({ length: count }, () => number).join(',')}$`), {
      error: `must be ${names}, such as ${example}`,
    })
    .transform((text) => text.split(',').map(Number));

const areOnEarth = (latitudes: number[], longitudes: number[]) =>
  latitudes.every((latitude) => Math.abs(latitude) <= 90) &&
  longitudes.every((longitude) => Math.abs(longitude) <= 180);

/** `40.7532,-73.9822`. */
export const placeText = degrees(2, '40.7532,-73.9822', 'latitude,longitude')
  .transform(([latitude = 0, longitude = 0]): Place => ({ latitude, longitude }))
  .refine(({ latitude, longitude }) => areOnEarth([latitude], [longitude]), {
    error: 'must be latitude from -90 to 90 and longitude from -180 to 180',
  });

/** `40.70,-74.02,40.80,-73.93`. */
export const areaText = degrees(4, '40.70,-74.02,40.80,-73.93', 'south,west,north,east')
  .transform(([south = 0, west = 0, north = 0, east = 0]): MapArea => ({ south, west, north, east }))
  .refine(({ south, west, north, east }) => areOnEarth([south, north], [west, east]), {
    error: 'must be latitudes from -90 to 90 and longitudes from -180 to 180',
  })
  .refine(({ south, north }) => south <= north, { error: 'must have its south below its north' });

const earthRadius = 6_371_008.8;
const toRadians = Math.PI / 180;

/** The smallest area that has every place so near to that one. */
export function areaAround({ latitude, longitude }: Place, metres: number): MapArea {
  const angle = metres / earthRadius;
  // A little more, since what is computed here and in the database differs in the last digits.
  const height = angle / toRadians + 1e-9;
  const [south, north] = [latitude - height, latitude + height];
  const reach = Math.sin(angle) / Math.cos(latitude * toRadians);
  // Around a pole every longitude is near.
  if (south <= -90 || north >= 90 || reach >= 1) return { south, west: -180, north, east: 180 };
  const width = Math.asin(reach) / toRadians + 1e-9;
  return { south, west: turned(longitude - width), north, east: turned(longitude + width) };
}

const turned = (longitude: number) =>
  longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;

/** The condition that `orders o` is in the area, as the index over places can tell. */
export function inArea(statement: Statement, { south, west, north, east }: MapArea): string {
  const degree = (value: number) => `${statement.bind(value)}::float8`;
  const [left, right] = [`o.longitude >= ${degree(west)}`, `o.longitude <= ${degree(east)}`];
  // The index has no drafts.
  return `${isHandedOver} and o.latitude between ${degree(south)} and ${degree(north)}
    and (${west > east ? `${left} or ${right}` : `${left} and ${right}`})`;
}

/** SQL: metres between `orders o` and a place, by the haversine formula as in `distanceMetres`. */
export const metresFrom = (latitude: string, longitude: string) =>
  `2 * ${earthRadius} * asin(sqrt(least(1, power(sin(radians(o.latitude - ${latitude}) / 2), 2)
     + cos(radians(${latitude})) * cos(radians(o.latitude)) * power(sin(radians(o.longitude - ${longitude}) / 2), 2))))`;
