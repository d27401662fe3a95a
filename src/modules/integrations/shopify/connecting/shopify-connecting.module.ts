import { Module } from '@nestjs/common';
import { ShopifyApiModule } from '../shopify-api.module.js';
import { ConnectService } from './connect.service.js';
import { ConnectStates } from './connect-states.js';
import { ShopifyDisconnection } from './disconnection.js';
import { ShopifyCallback } from './shopify-callback.js';
import { ShopifyCallbackController } from './shopify-callback.controller.js';
import { StoreCare } from './store-care.js';
import { ShopifySubscriptions } from './subscriptions.js';

@Module({
  imports: [ShopifyApiModule],
  controllers: [ShopifyCallbackController],
  providers: [
    ConnectService,
    ConnectStates,
    ShopifyCallback,
    ShopifyDisconnection,
    ShopifySubscriptions,
    StoreCare,
  ],
  exports: [ConnectService, ShopifyDisconnection],
})
export class ShopifyConnectingModule {}
