import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import { ShopifyAdmin } from './api/shopify-admin.js';
import { ShopifyLibrary } from './api/shopify-library.js';
import { ShopifyTokens } from './api/shopify-tokens.js';
import { TokenSeals } from './api/store-tokens.js';
import { TokenEndpoint } from './api/token-endpoint.js';
import { ShopifyStores } from './shopify-stores.js';

/** What every part of the integration asks stores by. */
@Module({
  providers: [
    {
      provide: ShopifyLibrary,
      inject: [CONFIG],
      useFactory: (config: Config) => ShopifyLibrary.open(config),
    },
    ShopifyAdmin,
    ShopifyStores,
    ShopifyTokens,
    TokenEndpoint,
    TokenSeals,
  ],
  exports: [ShopifyAdmin, ShopifyLibrary, ShopifyStores, ShopifyTokens, TokenEndpoint, TokenSeals],
})
export class ShopifyApiModule {}
