import { Module } from '@nestjs/common';
import { OrdersModule } from '../../../orders/orders.module.js';
import { ShopifyConnectingModule } from '../connecting/shopify-connecting.module.js';
import { ShopifyImportingModule } from '../importing/shopify-importing.module.js';
import { ShopifyApiModule } from '../shopify-api.module.js';
import { CatchingUp } from './catching-up.js';
import { Erasures } from './erasing/erasures.js';
import { ErasingWork } from './erasing/erasing-work.js';
import { CustomerExports } from './exporting/customer-exports.js';
import { CustomerFiles } from './exporting/customer-file.js';
import { DataRequestMails } from './exporting/data-request-mails.js';
import { DataRequests } from './exporting/data-requests.js';
import { OrderNews } from './order-news.js';
import { OrderWebhooks } from './order-webhooks.js';
import { PrivacyController } from './privacy.controller.js';
import { PrivacyService } from './privacy.service.js';
import { ShopifyWebhooksController } from './shopify-webhooks.controller.js';
import { ShopifyWebhooksService } from './shopify-webhooks.service.js';
import { SignedBodies } from './signed-bodies.js';
import { Uninstalls } from './uninstalls.js';
import { WebhookHandling } from './webhook-handling.js';

/** What stores tell by webhooks, and what privacy law asks for. */
@Module({
  imports: [ShopifyApiModule, ShopifyConnectingModule, ShopifyImportingModule, OrdersModule],
  controllers: [ShopifyWebhooksController, PrivacyController],
  providers: [
    CatchingUp,
    CustomerExports,
    CustomerFiles,
    DataRequestMails,
    DataRequests,
    Erasures,
    ErasingWork,
    OrderNews,
    OrderWebhooks,
    PrivacyService,
    ShopifyWebhooksService,
    SignedBodies,
    Uninstalls,
    WebhookHandling,
  ],
})
export class ReceivingModule {}
