import { Module } from '@nestjs/common';
import { ShopifyApiModule } from './shopify/shopify-api.module.js';

@Module({ imports: [ShopifyApiModule] })
export class IntegrationsModule {}
