import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { RouteRunService } from './route-run.service.js';
import { RouteStopsService } from './route-stops.service.js';
import {
  addStopsBody,
  createRouteBody,
  orderStopsBody,
  routePage,
  routeQuery,
  routeWithStopsDto,
  updateRouteBody,
  type AddStops,
  type CreateRoute,
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
    private readonly runs: RouteRunService,
  ) {}

  @Get()
  @Endpoint({
    permission: 'routes:read',
    summary: 'List routes',
    description: 'The filters can be combined.',
    returns: 'A page of routes.',
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
      'From a depot, for a driver and a time if they are known. Add stops, bring them into order, start it.',
    returns: 'The new route, without stops.',
    response: routeWithStopsDto,
    etag: true,
    status: 201,
    errors: ['not_found'],
  })
  createRoute(@Body({ schema: createRouteBody }) body: CreateRoute): Promise<RouteWithStopsDto> {
    return this.routes.createRoute(body);
  }

  @Get(':id')
  @Endpoint({
    permission: 'routes:read',
    summary: 'Get a route with its stops in order',
    description: 'Once it has started, each stop has its ETA.',
    returns: 'The route and its stops, in order.',
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
    description: 'What is absent stays as it is.',
    returns: 'The route as it is now.',
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
    description: 'A started route cannot be deleted: complete it.',
    returns: 'The route is gone.',
    errors: ['not_found', 'route_started', 'stale_version'],
  })
  deleteRoute(@Param('id', IdPipe) id: string): Promise<void> {
    return this.routes.deleteRoute(id);
  }

  @Post(':id/stops')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Add unassigned stops to a route, all or none',
    description: 'At `position`, or at the end. If one of them cannot be added, none is.',
    returns: 'The route with the added stops.',
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
    summary: 'Put the stops of a route into another order',
    description: 'Name every stop of the route once.',
    returns: 'The route in the new order.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_started', 'stale_version'],
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
    description: 'Its order can be withdrawn by the client again, or go onto another route.',
    returns: 'The stop is off the route.',
    errors: ['not_found', 'route_started', 'stale_version'],
  })
  removeRouteStop(@Param('id', IdPipe) id: string, @Param('stopId', IdPipe) stopId: string): Promise<void> {
    return this.routeStops.removeStop(id, stopId);
  }

  @Post(':id/optimize')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Put the stops into a short order, from the depot on',
    returns: 'The route in its new order.',
    description: 'By straight-line travel times. Stops without coordinates keep their order at the end.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_started'],
  })
  optimizeRoute(@Param('id', IdPipe) id: string): Promise<RouteWithStopsDto> {
    return this.routeStops.optimizeRoute(id);
  }

  @Post(':id/start')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Start a route: its stops go out for delivery, each with its ETA',
    description: 'Its stops and their order are fixed from now on. Clients and recipients see the ETAs.',
    returns: 'The route, started, with the ETAs.',
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
    description: 'Stops that failed can be rescheduled.',
    returns: 'The route, completed.',
    response: routeWithStopsDto,
    etag: true,
    errors: ['not_found', 'route_not_started', 'route_completed', 'route_has_open_stops'],
  })
  completeRoute(@Param('id', IdPipe) id: string): Promise<RouteWithStopsDto> {
    return this.runs.completeRoute(id);
  }
}
