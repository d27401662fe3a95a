import { z } from 'zod';
import { exactlyOne } from '../../common/schemas/exactly-one.js';
import { nameText, uuid } from '../../common/schemas/schemas.js';
import { sharedFilters } from '../orders/reads/order-search.js';
import { startsAt, stopIds } from './routes.dto.js';
import { plannedWay, wayDetails } from './way.dto.js';

const { q, importId, requestedFrom, requestedTo } = sharedFilters('stops');

const planFilter = z
  .strictObject({
    clientId: uuid.optional().meta({ description: 'Only stops of this client.', example: undefined }),
    q,
    importId,
    requestedFrom,
    requestedTo,
  })
  .meta({ id: 'PlanFilter', description: 'Which unassigned stops of the depot to plan; empty for all.' });
export type PlanFilter = z.output<typeof planFilter>;

export const planRoutesBody = z
  .strictObject({
    depotId: uuid.optional().meta({
      description: 'Id of the depot where the routes start. Left out: the main depot.',
      example: undefined,
    }),
    stopIds: stopIds.optional().meta({
      description: 'Ids of the unassigned stops to plan, 1 to 1000; or `filter`.',
      example: undefined,
    }),
    filter: planFilter.optional().meta({
      description: 'Which unassigned stops of the depot to plan, 1000 at most; or `stopIds`.',
      example: {},
    }),
    drivers: z.int().min(1).max(50).meta({ description: 'For how many drivers, 1 to 50.', example: 2 }),
    startsAt,
    title: nameText(180).optional().meta({
      description: 'What to call the routes, each with its number. Left out: the day.',
      example: undefined,
    }),
    dryRun: z
      .boolean()
      .default(false)
      .meta({ description: 'True: only propose the routes, and change nothing.', example: true }),
  })
  .superRefine(exactlyOne('stopIds', 'filter'))
  .meta({ id: 'PlanRoutes', description: 'Stops to divide among several drivers.' });
export type PlanRoutes = z.output<typeof planRoutesBody>;

const plannedRoute = z
  .object({
    id: uuid.nullable().describe('Id of the route; null in a proposal.'),
    title: z.string().describe('What the route is called.'),
    stopIds: z.array(uuid).describe('Ids of its stops in the order in which they are visited.'),
    ...plannedWay,
    ...wayDetails,
  })
  .meta({ id: 'PlannedRoute', description: 'One of several routes that were planned together.' });

export const routePlanDto = z
  .object({
    dryRun: z.boolean().describe('Whether this is only a proposal.'),
    routes: z
      .array(plannedRoute)
      .describe('The routes, one for each driver; fewer where there are fewer stops than drivers.'),
  })
  .meta({ id: 'RoutePlan', description: 'Stops divided among several drivers.' });
export type RoutePlanDto = z.output<typeof routePlanDto>;
