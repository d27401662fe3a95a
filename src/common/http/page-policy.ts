import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';

/** Whether an answer is HTML. */
export const isPage = (reply: FastifyReply) =>
  String(reply.getHeader('content-type')).startsWith('text/html');

/** For pages with files of their own: allows scripts and calls of this server only, and the page's inline styles by their hashes. */
export function policyFor(page: string, baseUri: "'self'" | "'none'" = "'none'"): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>|\sstyle="([^"]*)"/g)].map(
    ([, element, attribute]) =>
      `'sha256-${createHash('sha256')
        .update(element ?? attribute!)
        .digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    "script-src 'self'",
    ['style-src', "'self'", ...(styles.length > 0 ? ["'unsafe-hashes'"] : []), ...styles].join(' '),
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    `base-uri ${baseUri}`,
    "frame-ancestors 'none'",
  ].join('; ');
}
