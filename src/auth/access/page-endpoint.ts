import { applyDecorators, Get, Header } from '@nestjs/common';
import type { BrowserPage } from '../../common/http/browser-page.js';
import { Endpoint } from './endpoint.js';

/** A page for browsers: public, not cached, and without a Referer to other sites. */
export function PageEndpoint(page: BrowserPage, summary: string) {
  return applyDecorators(
    Get(),
    Endpoint({
      permission: 'public',
      summary,
      description: 'For people who follow the link in a mail.',
      returns: 'The page.',
      produces: 'text/html',
    }),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', page.policy),
    Header('referrer-policy', 'no-referrer'),
    Header('cache-control', 'no-store'),
  );
}
