import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { ReceivingModule } from './shopify/receiving/receiving.module.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsService } from './integrations.service.js';
import { ShopifyConnectingModule } from './shopify/connecting/shopify-connecting.module.js';
import { FulfillingModule } from './shopify/fulfilling/fulfilling.module.js';
import { ShopifyImportingModule } from './shopify/importing/shopify-importing.module.js';
import { ShopifyApiModule } from './shopify/shopify-api.module.js';

@Module({
  imports: [
    OrdersModule,
    ShopifyApiModule,
    ShopifyConnectingModule,
    ShopifyImportingModule,
    FulfillingModule,
    ReceivingModule,
  ],
  controllers: [IntegrationsController],
  providers: [IntegrationsService],
})
export class IntegrationsModule {}
