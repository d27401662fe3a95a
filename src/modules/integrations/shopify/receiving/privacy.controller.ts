import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../../../auth/access/endpoint.js';
import { IdPipe } from '../../../../common/http/id.pipe.js';
import { plainPageQuery } from '../../../../common/schemas/schemas.js';
import { erasurePage } from './erasing/erasures.dto.js';
import { customerFile, dataRequestPage, type CustomerFile } from './exporting/data-requests.dto.js';
import { PrivacyService } from './privacy.service.js';

type PageQuery = z.output<typeof plainPageQuery>;

@ApiTags('Integrations')
@Controller('v1/integrations/shopify')
export class PrivacyController {
  constructor(private readonly privacy: PrivacyService) {}

  @Get('data-requests')
  @Endpoint({
    permission: 'integrations:manage',
    sdkName: 'listDataRequests',
    summary: 'List what customers of your stores asked to see',
    description:
      'A customer may ask a store what it and its apps keep of them; Shopify passes that on. Each request gets a file, and its owner a mail once it is ready: the answer is for the store to give, within 30 days.',
    returns: 'One page of requests, newest first.',
    response: dataRequestPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listShopifyDataRequests(@Query({ schema: plainPageQuery }) query: PageQuery) {
    return this.privacy.listDataRequests(query);
  }

  @Get('data-requests/:id/file')
  @Endpoint({
    permission: 'integrations:manage',
    sdkName: 'readDataRequestFile',
    summary: 'Read the file that a customer asked for',
    description:
      'All that is kept of the customer’s orders, as you may see it: the orders, what the store said of them, what happened to them and what was recorded at the door. Notes that only your delivery company sees are theirs, and not in it.',
    returns: 'What is kept of the customer.',
    response: customerFile,
    errors: ['not_found'],
  })
  readShopifyDataRequestFile(@Param('id', IdPipe) id: string): Promise<CustomerFile> {
    return this.privacy.readDataFile(id);
  }

  @Get('erasures')
  @Endpoint({
    permission: 'integrations:manage',
    sdkName: 'listErasures',
    summary: 'List what was erased for customers of your stores',
    description:
      'When a customer asks to be erased, or a store has removed the app, Shopify has every app erase what it keeps. These are the receipts: what was erased and when, and nothing of whom.',
    returns: 'One page of receipts, newest first.',
    response: erasurePage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listShopifyErasures(@Query({ schema: plainPageQuery }) query: PageQuery) {
    return this.privacy.listErasures(query);
  }
}
