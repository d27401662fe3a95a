import { Module } from '@nestjs/common';
import { OrdersModule } from '../../../orders/orders.module.js';
import { ShopifyApiModule } from '../shopify-api.module.js';
import { Deliveries } from './delivery.js';
import { EventLedger } from './event-ledger.js';
import { EventTeller } from './event-teller.js';
import { FulfillmentLedger } from './fulfillment-ledger.js';
import { FulfillmentsController } from './fulfillments.controller.js';
import { FulfillmentsService } from './fulfillments.service.js';
import { FulfilmentStore } from './fulfilment-store.js';
import { OrderFulfiller } from './order-fulfiller.js';
import { ReportHandler } from './report-handler.js';

/** The way back: what becomes of an order is told to the store that it came from. */
@Module({
  imports: [OrdersModule, ShopifyApiModule],
  controllers: [FulfillmentsController],
  providers: [
    Deliveries,
    EventLedger,
    EventTeller,
    FulfillmentLedger,
    FulfillmentsService,
    FulfilmentStore,
    OrderFulfiller,
    ReportHandler,
  ],
})
export class FulfillingModule {}
