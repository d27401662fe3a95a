import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageEndpoint } from '../../auth/page-endpoint.js';
import { acceptPage } from './accept-page.js';

/** What an invitation's link opens in a browser. No part of the API. */
@ApiExcludeController()
@Controller('invitations/accept')
export class AcceptPageController {
  @PageEndpoint(acceptPage, 'Accept an invitation in a browser')
  showAcceptPage(): string {
    return acceptPage.html;
  }
}
