import { escapeHtml } from '../common/http/escape-html.js';
import { guidePages, guideParts } from './guide-pages.js';
import type { Section } from './markdown.js';

interface ShellPage {
  title: string;
  summary: string;
  /** Where it is, from this server's root: `docs/guide/concepts`. */
  from: string;
  /** Its path in the guide, if it has one. */
  path?: string;
  /** What its part of the navigation lists. */
  sections?: readonly Section[];
  content: string;
}

/** A whole page: navigation, search, text. All addresses are relative, so that it may stand below any path. */
export function guideShell({ title, summary, from, path, sections = [], content }: ShellPage): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const to = (place: string) => `${up}docs/guide${place && '/'}${place}`;
  const markdown = path === undefined ? undefined : to(`${path || 'index'}.md`);
  const inside = sections
    .filter(({ depth }) => depth === 2)
    .map((section) => `<li><a href="#${section.id}">${escapeHtml(section.title)}</a></li>`)
    .join('');
  const entry = (page: { path: string; title: string }) =>
    page.path === path
      ? `<li><a href="${to(page.path)}" aria-current="page">${page.title}</a>${inside && `<ul>${inside}</ul>`}</li>`
      : `<li><a href="${to(page.path)}">${page.title}</a></li>`;
  const parts = guideParts
    .map(({ name, pages }) => `<h2>${name}</h2>\n<ul>${pages.map(entry).join('\n')}</ul>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(summary)}">
<title>${escapeHtml(path === '' ? 'Waybill' : `${title} – Waybill`)}</title>
<link rel="icon" href="${to('site/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('site/guide.css')}">
${markdown ? `<link rel="alternate" type="text/markdown" href="${markdown}">\n` : ''}<script type="module" src="${to('site/guide.js')}"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<button class="menu" type="button" popovertarget="pages">Menu</button>
<a class="home" href="${to('')}">Waybill</a>
<search hidden>
<input id="search" type="search" placeholder="Search" aria-label="Search the guide" aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
<div id="found" hidden><p id="count" role="status"></p><ul></ul></div>
</search>
<a class="api" href="${up}docs">API</a>
</header>
<div class="columns">
<nav id="pages" popover aria-label="Guide">
${parts}
</nav>
<main id="content" tabindex="-1">
${content}
${footer(path, to, markdown)}</main>
</div>
</body>
</html>
`;
}

/** The ways on: the page before, the next one, and the text as it was written. */
function footer(
  path: string | undefined,
  to: (place: string) => string,
  markdown: string | undefined,
): string {
  if (path === undefined) return '';
  const place = guidePages.findIndex((page) => page.path === path);
  const [before, next] = [guidePages[place - 1], guidePages[place + 1]];
  return `<footer>
${before ? `<a rel="prev" href="${to(before.path)}">← ${before.title}</a>` : '<span></span>'}
<a href="${markdown}">This page as Markdown</a>
${next ? `<a rel="next" href="${to(next.path)}">${next.title} →</a>` : '<span></span>'}
</footer>
`;
}
