import { policyFor } from '../common/http/page-policy.js';
import { StaticAnswer } from '../common/http/static-answer.js';
import { guideShell } from './guide-shell.js';

/** A page of this server in the guide's dress. */
export function pageAnswer(page: Parameters<typeof guideShell>[0]): StaticAnswer {
  const html = guideShell(page);
  return new StaticAnswer(html, 'text/html; charset=utf-8', policyFor(html));
}
