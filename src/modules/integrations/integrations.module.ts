import { Module } from '@nestjs/common';
import { FulfillingModule } from './shopify/fulfilling/fulfilling.module.js';
import { ShopifyApiModule } from './shopify/shopify-api.module.js';

@Module({ imports: [ShopifyApiModule, FulfillingModule] })
export class IntegrationsModule {}
