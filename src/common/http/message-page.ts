import { createHash } from 'node:crypto';
import { escapeHtml } from './escape-html.js';

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;max-width:34rem;margin:0 auto;padding:2rem 1rem}';

/** The Content-Security-Policy of every {@link messagePage}: nothing but its style. */
export const messagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that says something and does nothing: plain HTML without a script. */
export function messagePage({ heading, lines }: { heading: string; lines: string[] }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(heading)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(heading)}</h1>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
</main>
</body>
</html>
`;
}
