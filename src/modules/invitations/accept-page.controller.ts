import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageEndpoint } from '../../auth/access/page-endpoint.js';
import { acceptPage } from './accept-page.js';

/** The page that an invitation's link opens. Not part of the API. */
@ApiExcludeController()
@Controller('invitations/accept')
export class AcceptPageController {
  @PageEndpoint(acceptPage, 'Accept an invitation in a browser')
  showAcceptPage(): string {
    return acceptPage.html;
  }
}
