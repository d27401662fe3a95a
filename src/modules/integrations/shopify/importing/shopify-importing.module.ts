import { Module } from '@nestjs/common';
import { OrdersModule } from '../../../orders/orders.module.js';
import { ShopifyApiModule } from '../shopify-api.module.js';
import { DraftRefresh } from './draft-refresh.js';
import { DraftTakeover } from './draft-takeover.js';
import { ImportProgress } from './import-progress.js';
import { ReferenceResolver } from './reference-resolver.js';
import { ShopifyImportRunner } from './shopify-import-runner.js';
import { ShopifyImportsController } from './shopify-imports.controller.js';
import { ShopifyImportsService } from './shopify-imports.service.js';
import { ShopifyOrderReader } from './shopify-order-reader.js';
import { ShopifyOrdersService } from './shopify-orders.service.js';
import { ShopifyReferences } from './shopify-references.js';

@Module({
  imports: [OrdersModule, ShopifyApiModule],
  controllers: [ShopifyImportsController],
  providers: [
    DraftRefresh,
    DraftTakeover,
    ImportProgress,
    ReferenceResolver,
    ShopifyImportRunner,
    ShopifyImportsService,
    ShopifyOrderReader,
    ShopifyOrdersService,
    ShopifyReferences,
  ],
  exports: [DraftRefresh, DraftTakeover, ShopifyOrderReader, ShopifyReferences],
})
export class ShopifyImportingModule {}
