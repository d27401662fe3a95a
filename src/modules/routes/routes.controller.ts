import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { planRoutesBody, routePlanDto, type PlanRoutes, type RoutePlanDto } from './plan-routes.dto.js';
import { RoutePlanningService } from './route-planning.service.js';
import { RouteProposalsService } from './route-proposals.service.js';
import { RouteRunService } from './route-run.service.js';
import { RouteStopsService } from './route-stops.service.js';
import {
  addStopsBody,
  createRouteBody,
  delayRouteBody,
  orderStopsBody,
  routePage,
  routeQuery,
  routeWithStopsDto,
  updateRouteBody,
  type AddStops,
  type CreateRoute,
  type DelayRoute,
  type OrderStops,
  type RouteQuery,
  type RouteWithStopsDto,
  type UpdateRoute,
} from './routes.dto.js';
import { RoutesService } from './routes.service.js';

@ApiTags('Routes')
@Controller('v1/routes')
export class RoutesController {
  constructor(
    private readonly routes: RoutesService,
    private readonly routeStops: RouteStopsService,
    private readonly planning: RoutePlanningService,
    private readonly proposals: RouteProposalsService,
    private readonly runs: RouteRunService,
  ) {}

  @Get()
  @Endpoint({
    permission: 'routes:read',
    summary: 'List routes',
    description: 'Without their stops: `GET /v1/routes/{id}` has them. Filters add up.',
    returns: 'One page of routes, newest first.',
    response: routePage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listRoutes(@Query({ schema: routeQuery }) query: RouteQuery) {
    return this.routes.listRoutes(query);
  }

  @Post()
  @Endpoint({
    permission: 'routes:write',
    summary: 'Plan a route',
    description:
      'Starts empty, at the main depot unless it names one: add stops with `POST /v1/routes/{id}/stops`. Nobody but dispatchers sees it.',
    returns: 'The new route, without stops.',
    response: routeWithStopsDto,
    etag: true,
    status: 201,
    errors: ['not_found'],
  })
  createRoute(@Body({ schema: createRouteBody }) body: CreateRoute): Promise<RouteWithStopsDto> {
    return this.routes.createRoute(body);
  }

  @Post('plan')
  @Endpoint({
    permission: 'routes:write',
    sdkName: 'plan',
    summary: 'Divide unassigned stops among drivers',
    description:
      'Makes a route for each driver, all starting at the same time and ending as early as possible: balanced by time, not by count, each in a good order as `POST /v1/routes/{id}/optimize` finds it. With `dryRun` nothing changes; without, all routes are made with all stops, or none. A stop that is not unassigned keeps all of them out: `stop_not_assignable` names it. Stops without coordinates come last, and `unplacedStopIds` names them.',
    returns: 'The routes that were made, or would be.',
    response: routePlanDto,
    errors: ['not_found', 'stop_not_assignable', 'route_empty', 'too_many_at_once'],
  })
  planRoutes(@Body({ schema: planRoutesBody }) body: PlanRoutes): Promise<RoutePlanDto> {
    return this.proposals.planRoutes(body);
  }

  @Get(':id')
  @Endpoint({
    permission: 'routes:read',
    summary: 'Get a route with its stops in order',
    description: 'Once it has started each open stop has its ETA, which moves with the attempts before it.',
    returns: 'The route and its stops, in the order in which they are visited.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found'],
  })
  getRoute(@Param('id', IdPipe) id: string): Promise<RouteWithStopsDto> {
    return this.routes.getRoute(id);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Change a route; depot and start only before it starts',
    description:
      'Title and driver may change at any time; with depot or start a route that has started answers `route_started`. A driver or depot that is not yours is `not_found`.',
    returns: 'The route with its new version.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_started', 'stale_version'],
  })
  updateRoute(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateRouteBody }) body: UpdateRoute,
  ): Promise<RouteWithStopsDto> {
    return this.routes.updateRoute(id, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Delete a route that has not started; its stops are unassigned again',
    description:
      'Its orders are `submitted` again, which their clients see. One that has started answers `route_started`.',
    returns: 'The route is deleted.',
    errors: ['not_found', 'route_started', 'stale_version'],
  })
  deleteRoute(@Param('id', IdPipe) id: string): Promise<void> {
    return this.routes.deleteRoute(id);
  }

  @Post(':id/stops')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Add unassigned stops to a route, all or none',
    description:
      'They are `scheduled` from now on, which their clients see and cannot withdraw any more. One that is not unassigned keeps all of them out: `stop_not_assignable` names it. A route holds 1000 stops (`route_full`).',
    returns: 'The route with all its stops.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'stop_not_assignable', 'route_started', 'route_full'],
  })
  addRouteStops(
    @Param('id', IdPipe) id: string,
    @Body({ schema: addStopsBody }) body: AddStops,
  ): Promise<RouteWithStopsDto> {
    return this.routeStops.addStops(id, body);
  }

  @Put(':id/stops')
  @Endpoint({
    permission: 'routes:write',
    sdkName: 'setStops',
    summary: 'Put the stops of a route into another order',
    description:
      '`stopIds` must name each stop of the route once, or it is `validation_failed`. Of a route that has started it names the stops still open, and their ETAs move; finished ones keep their places before them.',
    returns: 'The route with its stops in the new order.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_completed', 'stale_version'],
  })
  orderRouteStops(
    @Param('id', IdPipe) id: string,
    @Body({ schema: orderStopsBody }) { stopIds }: OrderStops,
  ): Promise<RouteWithStopsDto> {
    return this.routeStops.orderStops(id, stopIds);
  }

  @Delete(':id/stops/:stopId')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Take a stop off a route; it is unassigned again',
    description:
      'The stops behind it move up. After the start the answer is `route_started`: record an attempt instead.',
    returns: 'The stop is unassigned again.',
    errors: ['not_found', 'route_started', 'stale_version'],
  })
  removeRouteStop(@Param('id', IdPipe) id: string, @Param('stopId', IdPipe) stopId: string): Promise<void> {
    return this.routeStops.removeStop(id, stopId);
  }

  @Post(':id/optimize')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Put the stops into a short order, from the depot on',
    description:
      'By the travel times that `travelTimes` of the answer names. Keeps to the stops’ earliest and latest times as far as possible: `lateStops` names those that cannot be kept. The order never becomes worse than it was. Stops without coordinates keep their order at the end. Of a route that has started the open stops are put in order, from where the driver is.',
    returns: 'The route with its stops in the new order.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_completed', 'route_changed', 'stale_version', 'too_many_at_once'],
  })
  optimizeRoute(@Param('id', IdPipe) id: string): Promise<RouteWithStopsDto> {
    return this.planning.optimizeRoute(id);
  }

  @Post(':id/delay')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Say that the driver is late',
    description:
      'The ETAs of the open stops move by so many minutes, counted from the ETA of the next stop, or from now if that has passed. Clients and recipients are told where that makes five minutes or more. The next attempt shows where the driver really is.',
    returns: 'The route with the new ETAs.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_not_started', 'route_completed'],
  })
  delayRoute(
    @Param('id', IdPipe) id: string,
    @Body({ schema: delayRouteBody }) { minutes }: DelayRoute,
  ): Promise<RouteWithStopsDto> {
    return this.runs.delayRoute(id, minutes);
  }

  @Post(':id/start')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Start a route: its stops go out for delivery, each with its ETA',
    description:
      'Clients and recipients see it at once. From here on its stops cannot be changed, and each ends with an attempt. Works once (`route_started`), and not without stops (`route_empty`).',
    returns: 'The route, whose stops are out for delivery.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_started', 'route_empty'],
  })
  startRoute(@Param('id', IdPipe) id: string): Promise<RouteWithStopsDto> {
    return this.runs.startRoute(id);
  }

  @Post(':id/complete')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Complete a route on which every stop has had its attempt',
    description:
      'While stops are still out for delivery the answer is `route_has_open_stops`, and `detail` counts them. Failed stops can be rescheduled before and after.',
    returns: 'The route, which is completed.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_not_started', 'route_completed', 'route_has_open_stops'],
  })
  completeRoute(@Param('id', IdPipe) id: string): Promise<RouteWithStopsDto> {
    return this.runs.completeRoute(id);
  }
}
