import { Module } from '@nestjs/common';
import { OrderActionsController } from './actions/order-actions.controller.js';
import { OrderActionsService } from './actions/order-actions.service.js';
import { DraftsService } from './drafts/drafts.service.js';
import { OrderCancellation } from './order-cancellation.service.js';
import { OrderHistoryController } from './reads/order-history.controller.js';
import { OrderReadsService } from './reads/order-reads.service.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { OrderSearch } from './search/order-search.service.js';
import { OrderTextIndexer } from './search/order-text-indexer.js';
import { TrackingLinks } from './tracking-links.js';

@Module({
  controllers: [OrderHistoryController, OrderActionsController, OrdersController],
  providers: [
    OrderActionsService,
    OrderCancellation,
    DraftsService,
    OrderReadsService,
    OrderSearch,
    OrderTextIndexer,
    OrdersService,
    TrackingLinks,
  ],
  exports: [
    OrderActionsService,
    OrderCancellation,
    OrderReadsService,
    DraftsService,
    OrderSearch,
    TrackingLinks,
  ],
})
export class OrdersModule {}
