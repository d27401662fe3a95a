import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { StopsModule } from '../stops/stops.module.js';
import { ExportsService } from './exports.service.js';
import { OrderExportsController } from './order-exports.controller.js';
import { StopExportsController } from './stop-exports.controller.js';

@Module({
  imports: [OrdersModule, StopsModule],
  controllers: [OrderExportsController, StopExportsController],
  providers: [ExportsService],
})
export class ExportsModule {}
