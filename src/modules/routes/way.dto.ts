import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { timestamp, uuid } from '../../common/schemas/schemas.js';
import { lineString } from './travel/osrm-answers.js';
import { travelSources } from './travel/travel-times.service.js';

const travelSource = described(
  'Where travel times come from:',
  {
    osrm: 'The streets, by the OSRM server of this installation.',
    straight_line: 'The straight line times a factor, at the usual speed in town.',
  },
  { values: travelSources },
).meta({ id: 'TravelSource' });

/** What is known of a route's way before it is driven. */
export const plannedWay = {
  travelTimes: travelSource
    .nullable()
    .describe('Which travel times its plan and ETAs use; null while it has no stops.'),
  plannedDistanceMeters: z
    .int()
    .nullable()
    .describe(
      'Metres from the depot through all stops, as far as they have coordinates; null without stops.',
    ),
  plannedSeconds: z
    .int()
    .nullable()
    .describe(
      'Seconds from leaving the depot until the last stop is done: travel, waiting and the time at the stops; null without stops.',
    ),
};

const lateStop = z
  .object({
    stopId: uuid.describe('Id of the stop.'),
    estimatedAt: timestamp.describe('When the driver is expected.'),
    latestAt: timestamp.describe('When the driver should be there at the latest.'),
    minutesLate: z.int().describe('How many minutes too late that is, rounded up.'),
  })
  .meta({ id: 'LateStop', description: 'A stop whose latest time cannot be kept.' });

/** What a dispatcher should know of a route's stops. */
export const wayDetails = {
  geometry: lineString
    .nullable()
    .describe('The course along the streets, as GeoJSON; null with straight-line travel times.'),
  lateStops: z
    .array(lateStop)
    .describe('Open stops that the driver reaches after their latest time, as it stands.'),
  unplacedStopIds: z
    .array(uuid)
    .describe('Stops without coordinates: nobody can tell how far they are, so ten minutes are assumed.'),
  depotUnplaced: z
    .boolean()
    .describe('Whether the depot has no coordinates, so that the first leg is assumed.'),
};
