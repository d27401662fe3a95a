import { z } from 'zod';
import { uuid } from '../../../common/schemas/schemas.js';
import { attemptState } from '../../attempts/attempts.dto.js';

export type AttemptState = z.output<typeof attemptState>;

const fastest = 10_000;
const speed = z.number().min(1).max(fastest);

export const driveRouteBody = z
  .strictObject({
    outcome: z
      .array(attemptState)
      .min(1, 'name at least one')
      .max(1_000, 'may hold 1000 at most')
      .default(['delivered_to_recipient'])
      .meta({
        description:
          'How the visits end, in turn: the first stop by the first, and after the last again from the first. Proof that a delivery must leave behind is made up.',
        example: ['delivered_to_recipient', 'failed_not_home'],
      }),
    speed: speed.optional().meta({
      description: `How many times faster than planned, 1 to ${fastest}: the next stop is reached when its ETA says, divided by this. Left out: without waiting.`,
      example: 600,
    }),
  })
  .meta({ id: 'DriveSandboxRoute', description: 'How to drive a route of a sandbox.' });
export type DriveRoute = z.output<typeof driveRouteBody>;

export const drivenRouteDto = z
  .object({
    routeId: uuid.describe('Id of the route.'),
    openStops: z.int().meta({ description: 'How many stops are still to be visited.', example: 3 }),
  })
  .meta({ id: 'DrivenSandboxRoute', description: 'A route that is being driven.' });
export type DrivenRouteDto = z.output<typeof drivenRouteDto>;
