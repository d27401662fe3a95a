import { createHash } from 'node:crypto';
import { policyFor } from '../common/http/page-policy.js';
import { guideShell } from './guide-shell.js';

/** What is answered under a path, always the same while a server runs. */
export interface StaticAnswer {
  type: string;
  body: Buffer;
  etag: string;
  /** The Content-Security-Policy of a page. */
  policy?: string;
}

export function staticAnswer(content: string | Buffer, type: string): StaticAnswer {
  const body = Buffer.from(content as string);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { type, body, etag };
}

/** A page of this server in the guide's dress. */
export function pageAnswer(page: Parameters<typeof guideShell>[0]): StaticAnswer {
  const html = guideShell(page);
  return { ...staticAnswer(html, 'text/html; charset=utf-8'), policy: policyFor(html) };
}
