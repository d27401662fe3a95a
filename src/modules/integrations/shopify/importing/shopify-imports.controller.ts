import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../../../../auth/access/endpoint.js';
import { BeginsWork, type BeginWork } from '../../../../common/http/begin-work.js';
import { CallerSignal } from '../../../../common/http/caller-signal.js';
import { IdPipe } from '../../../../common/http/id.pipe.js';
import {
  importShopifyOrdersBody,
  shopifyImportAnswer,
  shopifyImportDto,
  shopifyImportListQuery,
  shopifyImportPage,
  shopifyImportResultPage,
  shopifyImportResultQuery,
  type ImportShopifyOrders,
  type ShopifyImportAnswer,
  type ShopifyImportDto,
  type ShopifyImportListQuery,
  type ShopifyImportResultQuery,
} from './shopify-imports.dto.js';
import { ShopifyImportsService } from './shopify-imports.service.js';
import { shopifyOrderPage, shopifyOrdersQuery, type ShopifyOrdersQuery } from './shopify-orders.dto.js';
import { ShopifyOrdersService } from './shopify-orders.service.js';

const storeErrors = [
  'shopify_not_connected',
  'shopify_access_lost',
  'shopify_refused',
  'shopify_unavailable',
] as const;
const importsPath = '/v1/integrations/shopify/imports';

@ApiTags('Integrations')
@Controller('v1/integrations/shopify')
export class ShopifyImportsController {
  constructor(
    private readonly orders: ShopifyOrdersService,
    private readonly imports: ShopifyImportsService,
  ) {}

  @Get('orders')
  @Endpoint({
    permission: 'integrations:read',
    sdkName: 'listShopifyOrders',
    summary: 'List the orders of a Shopify store, and which are imported already',
    description:
      'Read from the store as it is now, the newest first. Shopify shows orders of the last 60 days; older ones are not there without a word unless it granted `read_all_orders`. With `imported` a page may have fewer items than `limit`, even none, and another follow all the same.',
    returns: 'One page of the store’s orders.',
    response: shopifyOrderPage,
    errors: [...storeErrors, 'cursor_invalid', 'cursor_mismatch'],
  })
  listShopifyOrders(
    @Query({ schema: shopifyOrdersQuery }) query: ShopifyOrdersQuery,
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.orders.listShopifyOrders(query, signal);
  }

  @Post('imports')
  @Endpoint({
    permission: 'orders:write',
    sdkName: 'importShopifyOrders',
    summary: 'Import orders of a Shopify store as drafts',
    description:
      'By `orderIds` or a pasted `text` up to 1000 orders at once, each by itself, which takes as long as Shopify lets us ask; `all` imports every open order in the background. An order is imported once: it can be again when its draft was deleted. A draft holds what is left to deliver: products that were not sent yet and are shipped, one package unless a detail of the cart says otherwise, the weight of the whole order as its size (2.5 kg) where nothing was sent yet, the address and who is there, the order’s note and the details of its cart as notes, and a detail such as `Delivery Date` as the requested date, where it can be one day only. Its `externalId` is the order’s name, followed by the store’s name or its own id where another order of a store has that name; its metadata names the store and the order.',
    returns: 'What became of each order that was named.',
    later: 'With `all` the import, which waits for its turn.',
    response: shopifyImportAnswer,
    asksFirst: true,
    errors: ['order_upload_not_allowed', ...storeErrors],
  })
  async importShopifyOrders(
    @Body({ schema: importShopifyOrdersBody }) body: ImportShopifyOrders,
    @BeginsWork() begin: BeginWork,
    @CallerSignal() signal: AbortSignal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShopifyImportAnswer> {
    const answer = await this.imports.importShopifyOrders(body, { begin, signal });
    if (answer.import) void reply.status(202).header('location', `${importsPath}/${answer.import.id}`);
    return answer;
  }

  @Get('imports')
  @Endpoint({
    permission: 'integrations:read',
    sdkName: 'listShopifyImports',
    summary: 'List imports of whole Shopify stores',
    description: 'Those that were asked for with `all`. Finished ones stay here with their counts.',
    returns: 'One page of imports, newest first.',
    response: shopifyImportPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listShopifyImports(@Query({ schema: shopifyImportListQuery }) query: ShopifyImportListQuery) {
    return this.imports.listShopifyImports(query);
  }

  @Get('imports/:id')
  @Endpoint({
    permission: 'integrations:read',
    sdkName: 'getShopifyImport',
    summary: 'Get an import of a whole Shopify store and how far it is',
    description:
      'Counts grow while it runs. Ask for it every few seconds until its status says that it has ended.',
    returns: 'The import as it is now.',
    response: shopifyImportDto,
    etag: true,
    errors: ['not_found'],
  })
  getShopifyImport(@Param('id', IdPipe) id: string): Promise<ShopifyImportDto> {
    return this.imports.getShopifyImport(id);
  }

  @Get('imports/:id/results')
  @Endpoint({
    permission: 'integrations:read',
    sdkName: 'listShopifyImportResults',
    summary: 'List the orders that were not imported, or are odd, and why',
    description:
      'Orders that became drafts are here only where there is something to say of them; the drafts themselves are in `GET /v1/orders`.',
    returns: 'One page of results, in the order in which the orders were placed.',
    response: shopifyImportResultPage,
    errors: ['not_found', 'cursor_invalid', 'cursor_mismatch'],
  })
  listShopifyImportResults(
    @Param('id', IdPipe) id: string,
    @Query({ schema: shopifyImportResultQuery }) query: ShopifyImportResultQuery,
  ) {
    return this.imports.listShopifyImportResults(id, query);
  }

  @Post('imports/:id/cancel')
  @Endpoint({
    permission: 'orders:write',
    sdkName: 'cancelShopifyImport',
    summary: 'Stop an import of a whole Shopify store',
    description: 'At once while it waits, else after the orders that it is at. The drafts that it made stay.',
    returns: 'The import, which has ended or is about to.',
    response: shopifyImportDto,
    etag: true,
    errors: ['not_found', 'import_not_cancellable'],
  })
  cancelShopifyImport(@Param('id', IdPipe) id: string): Promise<ShopifyImportDto> {
    return this.imports.cancelShopifyImport(id);
  }
}
