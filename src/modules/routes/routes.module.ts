import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { StopsModule } from '../stops/stops.module.js';
import { RouteRunService } from './route-run.service.js';
import { RouteStopsService } from './route-stops.service.js';
import { RoutesController } from './routes.controller.js';
import { RoutesService } from './routes.service.js';

@Module({
  imports: [OrdersModule, StopsModule],
  controllers: [RoutesController],
  providers: [RoutesService, RouteStopsService, RouteRunService],
  exports: [RoutesService, RouteRunService],
})
export class RoutesModule {}
