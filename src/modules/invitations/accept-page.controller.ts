import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Endpoint } from '../../auth/endpoint.js';
import { acceptPage, acceptPagePolicy } from './accept-page.js';

/** What an invitation's link opens in a browser. No part of the API. */
@ApiExcludeController()
@Controller('invitations/accept')
export class AcceptPageController {
  @Get()
  @Endpoint({ permission: 'public', summary: 'Accept an invitation in a browser', produces: 'text/html' })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', acceptPagePolicy)
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-store')
  showAcceptPage(): string {
    return acceptPage;
  }
}
