import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { StopsModule } from '../stops/stops.module.js';
import { RouteEtas } from './plans/route-etas.service.js';
import { RouteMeasuring } from './plans/route-measuring.service.js';
import { RoutePlanner } from './plans/planner.service.js';
import { RoutePlans } from './plans/route-plans.service.js';
import { RouteJobs } from './route-jobs.service.js';
import { RoutePlanningService } from './route-planning.service.js';
import { RouteProposalsService } from './route-proposals.service.js';
import { RouteRunService } from './route-run.service.js';
import { RouteStopsService } from './route-stops.service.js';
import { RoutesController } from './routes.controller.js';
import { RoutesService } from './routes.service.js';
import { Solver } from './solving/solver.service.js';
import { TravelTimes } from './travel/travel-times.service.js';

@Module({
  imports: [OrdersModule, StopsModule],
  controllers: [RoutesController],
  providers: [
    RoutesService,
    RouteStopsService,
    RoutePlanningService,
    RouteProposalsService,
    RouteRunService,
    RouteEtas,
    RouteJobs,
    RouteMeasuring,
    RoutePlanner,
    RoutePlans,
    Solver,
    TravelTimes,
  ],
  exports: [RoutesService, RouteEtas, RouteRunService],
})
export class RoutesModule {}
