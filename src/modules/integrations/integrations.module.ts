import { Module } from '@nestjs/common';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsService } from './integrations.service.js';
import { ShopifyConnectingModule } from './shopify/connecting/shopify-connecting.module.js';
import { FulfillingModule } from './shopify/fulfilling/fulfilling.module.js';
import { ShopifyImportingModule } from './shopify/importing/shopify-importing.module.js';
import { ShopifyApiModule } from './shopify/shopify-api.module.js';

@Module({
  imports: [ShopifyApiModule, ShopifyConnectingModule, ShopifyImportingModule, FulfillingModule],
  controllers: [IntegrationsController],
  providers: [IntegrationsService],
})
export class IntegrationsModule {}
