import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageEndpoint } from '../access/page-endpoint.js';
import { resetPage } from './reset-page.js';

/** The page that a password reset's link opens. Not part of the API. */
@ApiExcludeController()
@Controller('password-reset')
export class ResetPageController {
  @PageEndpoint(resetPage, 'Set a new password in a browser')
  showResetPage(): string {
    return resetPage.html;
  }
}
