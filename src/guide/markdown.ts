import GithubSlugger from 'github-slugger';
import { Marked, type MarkedExtension, type Token, type Tokens } from 'marked';
import { escapeHtml } from '../common/http/escape-html.js';

/** A heading of a page and the text below it, up to the next. */
export interface Section {
  depth: number;
  /** Its anchor: the one that GitHub gives it too. */
  id: string;
  title: string;
  html: string;
}

export interface RenderedMarkdown {
  sections: Section[];
  html: string;
}

/** Width and height of a picture, so that the text does not jump when it comes. */
export type PictureSize = (src: string) => { width: number; height: number } | undefined;

/** Calls `change` with each target of a link or picture; blocks of code stay as they are. */
export function relink(markdown: string, change: (target: string) => string): string {
  return markdown
    .split(/(^```[\s\S]*?^```)/m)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(/\]\(([^)\s]+)\)/g, (_, target: string) => `](${change(target)})`),
    )
    .join('');
}

/** The targets of all links and pictures. */
export function targetsOf(markdown: string): string[] {
  const targets: string[] = [];
  relink(markdown, (target) => {
    targets.push(target);
    return target;
  });
  return targets;
}

/** Markdown as HTML, with an anchor on each heading. The project's own texts are trusted; comments are left out. */
export function renderMarkdown(markdown: string, sizeOf: PictureSize = () => undefined): RenderedMarkdown {
  const slugger = new GithubSlugger();
  const renderer = new Marked({ renderer: overrides(slugger, sizeOf) });
  const groups: Token[][] = [];
  for (const token of renderer.lexer(markdown)) {
    if (token.type === 'heading' || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(token);
  }
  const sections = groups.map((tokens) => sectionOf(renderer.parser(tokens)));
  return { sections, html: sections.map(({ html }) => html).join('') };
}

function sectionOf(html: string): Section {
  const [, depth, id = '', heading = ''] = /^<h(\d) id="([^"]*)">([\s\S]*?)<\/h\d>/.exec(html) ?? [];
  return { depth: Number(depth ?? 0), id, title: textOf(heading), html };
}

function overrides(slugger: GithubSlugger, sizeOf: PictureSize): MarkedExtension['renderer'] {
  return {
    heading({ tokens, depth }) {
      const inner = this.parser.parseInline(tokens);
      const id = slugger.slug(textOf(inner));
      const anchor =
        depth === 1 ? '' : ` <a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`;
      return `<h${depth} id="${id}">${inner}${anchor}</h${depth}>\n`;
    },
    table({ header, rows }) {
      const cells = (row: Tokens.TableCell[], tag: string) =>
        row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
      const head = header.some(({ text }) => text !== '')
        ? `<thead><tr>${cells(header, 'th')}</tr></thead>`
        : '';
      const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
      // Scrolls by itself where the screen is narrow, by keys too.
      return `<div class="scroll" tabindex="0"><table>${head}<tbody>\n${body}</tbody></table></div>\n`;
    },
    code({ text, lang }) {
      const language = lang ? ` class="language-${escapeHtml(lang)}"` : '';
      return `<pre tabindex="0"><code${language}>${escapeHtml(text)}\n</code></pre>\n`;
    },
    image({ href, text }) {
      const size = sizeOf(href);
      const places = size ? ` width="${size.width}" height="${size.height}"` : '';
      return `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}"${places} loading="lazy">`;
    },
    html: ({ text }) => (text.trimStart().startsWith('<!--') ? '' : text),
  };
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of HTML. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<a class="anchor"[^>]*>#<\/a>/g, '')
    .replaceAll(/<\/(?:td|th|p|li|h\d|pre)>/g, ' ')
    .replaceAll(/<[^<>]+>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name]!)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
