import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { StopsModule } from '../stops/stops.module.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { DriversController } from './drivers.controller.js';
import { DriversService } from './drivers.service.js';
import { RouteRunService } from './route-run.service.js';
import { RouteStopsService } from './route-stops.service.js';
import { RoutesController } from './routes.controller.js';
import { RoutesService } from './routes.service.js';
import { RunSheetLinks } from './run-sheet-links.js';
import { RunSheetsController } from './run-sheets.controller.js';
import { RunSheetsService } from './run-sheets.service.js';

@Module({
  imports: [OrdersModule, StopsModule],
  controllers: [DriversController, RoutesController, AttemptsController, RunSheetsController],
  providers: [
    DriversService,
    RoutesService,
    RouteStopsService,
    RouteRunService,
    AttemptsService,
    RunSheetLinks,
    RunSheetsService,
  ],
})
export class RoutesModule {}
