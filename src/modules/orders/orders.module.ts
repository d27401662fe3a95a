import { Module } from '@nestjs/common';
import { OrderActionsController } from './order-actions.controller.js';
import { OrderActionsService } from './order-actions.service.js';
import { OrderDrafts } from './order-drafts.js';
import { OrderHistoryController } from './order-history.controller.js';
import { OrderReadsService } from './order-reads.service.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { TrackingLinks } from './tracking-links.js';

@Module({
  controllers: [OrderHistoryController, OrderActionsController, OrdersController],
  providers: [OrderActionsService, OrderDrafts, OrderReadsService, OrdersService, TrackingLinks],
  exports: [OrderActionsService, OrderDrafts, TrackingLinks],
})
export class OrdersModule {}
