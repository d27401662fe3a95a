import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallingUser } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { UserPrincipal } from '../../auth/access/principal.js';
import {
  connectionStartDto,
  connectShopifyBody,
  integrationPage,
  shopifyIntegrationDto,
  shopQuery,
  updateShopifyIntegrationBody,
  type ConnectionStartDto,
  type ConnectShopify,
  type IntegrationPage,
  type ShopifyIntegrationDto,
  type ShopQuery,
  type UpdateShopifyIntegration,
} from './integrations.dto.js';
import { IntegrationsService } from './integrations.service.js';
import { ConnectService } from './shopify/connecting/connect.service.js';

@ApiTags('Integrations')
@Controller('v1/integrations')
export class IntegrationsController {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly connecting: ConnectService,
  ) {}

  @Get()
  @Endpoint({
    permission: 'integrations:read',
    summary: 'List integrations',
    description: 'Every shop system that can be connected, and the client’s stores in it.',
    returns: 'All integrations on one page.',
    response: integrationPage,
  })
  listIntegrations(): Promise<IntegrationPage> {
    return this.integrations.listIntegrations();
  }

  @Get('shopify')
  @Endpoint({
    permission: 'integrations:read',
    sdkName: 'getShopify',
    summary: 'Get the connection to a Shopify store',
    description:
      'Of several stores the one that `shop` names, or else the one that was connected first; `stores` lists all. Before any is connected, `connected` is false.',
    returns: 'The connection.',
    response: shopifyIntegrationDto,
    etag: true,
    errors: ['shopify_not_connected'],
  })
  getShopifyIntegration(@Query({ schema: shopQuery }) { shop }: ShopQuery): Promise<ShopifyIntegrationDto> {
    return this.integrations.getShopifyIntegration(shop);
  }

  @Post('shopify/connect')
  @Endpoint({
    permission: 'integrations:manage',
    sdkName: 'connectShopify',
    summary: 'Connect a Shopify store',
    description:
      'Answers where the store’s owner grants the access; open it in a browser. Shopify sends the browser back to this server, which connects the store and sends it on to `returnUrl`. A client may connect several stores; a store belongs to one client at a time. Connected again, it keeps its settings. The link is for one store, works once and for 15 minutes, and only while whoever asked for it is an owner or admin.',
    returns: 'Where the access is granted.',
    response: connectionStartDto,
    errors: ['shopify_not_configured'],
  })
  connectShopify(
    @CallingUser() caller: UserPrincipal,
    @Body({ schema: connectShopifyBody }) body: ConnectShopify,
  ): Promise<ConnectionStartDto> {
    return this.connecting.connectShopify(caller, body);
  }

  @Patch('shopify')
  @Endpoint({
    permission: 'integrations:manage',
    sdkName: 'updateShopify',
    summary: 'Change the settings of a Shopify store',
    description: 'What is delivered from then on is handled by them. All are off in a store that is new.',
    returns: 'The connection as it is now.',
    response: shopifyIntegrationDto,
    etag: true,
    errors: ['shopify_not_connected', 'stale_version', 'order_upload_not_allowed'],
  })
  updateShopifyIntegration(
    @Body({ schema: updateShopifyIntegrationBody }) body: UpdateShopifyIntegration,
  ): Promise<ShopifyIntegrationDto> {
    return this.integrations.updateShopifyIntegration(body);
  }

  @Delete('shopify')
  @Endpoint({
    permission: 'integrations:manage',
    sdkName: 'disconnectShopify',
    summary: 'Disconnect a Shopify store',
    description:
      'From now on the store is not asked and not told any more. The app is removed from it too, as soon as Shopify answers. Orders that were taken over stay, and are not taken over again should the store be connected anew. But two days after the app was removed Shopify asks us to erase whom the store’s orders were for: their recipients and addresses are erased then, of drafts too, and of orders under way once they have ended. Connected anew before that, nothing is erased. A draft that was erased can be deleted and taken over again.',
    returns: 'The store is disconnected.',
    errors: ['shopify_not_connected', 'stale_version'],
  })
  disconnectShopify(@Query({ schema: shopQuery }) { shop }: ShopQuery): Promise<void> {
    return this.integrations.disconnectShopify(shop);
  }
}
