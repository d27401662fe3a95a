import { z } from 'zod';
import { described } from '../../../common/schemas/described.js';

/** GeoJSON, RFC 7946. */
export const lineString = z
  .object({
    type: described('Kind of the geometry:', { LineString: 'A line through several places.' }),
    coordinates: z
      .array(z.array(z.number()).min(2))
      .meta({ description: 'Pairs of longitude and latitude.', example: [[-73.9822, 40.7532]] }),
  })
  .meta({ id: 'LineString', description: 'A line on the map, as GeoJSON (RFC 7946) writes it.' });
export type LineString = z.output<typeof lineString>;

/** The part of OSRM's answers that is used. Where no way leads, the duration is null. */
export const osrmTable = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(z.number().min(0).nullable())),
});

export const osrmRoute = z.object({
  code: z.literal('Ok'),
  routes: z.array(
    z.object({
      legs: z.array(z.object({ duration: z.number().min(0), distance: z.number().min(0) })),
      geometry: lineString,
    }),
  ),
});
