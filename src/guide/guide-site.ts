import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guidePages, type GuidePage } from './guide-pages.js';
import { relink, renderMarkdown, targetsOf, textOf, type Section } from './markdown.js';
import { pictureSize } from './picture-size.js';
import { StaticAnswer } from '../common/http/static-answer.js';
import { pageAnswer } from './page-answer.js';

/** The root of the repository, both from `src` and from `dist`. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const minisearch = join(dirname(createRequire(import.meta.url).resolve('minisearch')), '../es/index.js');

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};
const plain = 'text/plain; charset=utf-8';
const markdown = 'text/markdown; charset=utf-8';

/**
 * The guide: the repository's Markdown as HTML and as it is, the files it refers to, and an index to search. Each is
 * read and rendered when it is first asked for.
 */
export class GuideSite {
  private readonly answers = new Map<string, StaticAnswer>();
  private readonly sources = new Map<string, string>();
  private files?: Set<string>;

  /** @param publicUrl stands in blocks of commands in place of the address of a server on one's own machine */
  constructor(private readonly publicUrl: string) {}

  /** What is at a path below `/docs/guide`; undefined when nothing is. */
  at(path: string): StaticAnswer | undefined {
    const answer = this.answers.get(path) ?? this.make(path);
    // Only what is there is kept: others may ask for whatever they like.
    if (answer) this.answers.set(path, answer);
    return answer;
  }

  private make(path: string): StaticAnswer | undefined {
    const page = guidePages.find((one) => one.path === path);
    if (page) return this.page(page);
    const source = guidePages.find((one) => `${one.path || 'index'}.md` === path);
    if (source) return new StaticAnswer(this.markdownOf(source), markdown);
    if (path === 'site/search.json')
      return new StaticAnswer(JSON.stringify(this.searchable()), types['.json']!);
    if (path === 'site/minisearch.js') return new StaticAnswer(readFileSync(minisearch), types['.js']!);
    const file = siteFiles.get(path) ?? this.linkedFile(path);
    return file === undefined ? undefined : new StaticAnswer(this.bytes(file), types[extname(file)] ?? plain);
  }

  private page(page: GuidePage): StaticAnswer {
    const { sections, html: content } = this.rendered(page);
    return pageAnswer({ ...page, from: `docs/guide${page.path && '/'}${page.path}`, sections, content });
  }

  private rendered(page: GuidePage) {
    const base = page.path === '' ? 'guide/' : '';
    const text = relink(this.source(page), (target) => {
      const { path, hash, file } = resolve(page, target);
      if (path === undefined) return file === undefined ? target : `${base}files/${file}`;
      return (path === '' ? (page.path === '' ? '' : '../guide') : base + path) + hash;
    });
    const sizes = (src: string) => {
      const [, file] = /(?:^|\/)files\/(.*\.png)$/.exec(src) ?? [];
      return file === undefined ? undefined : pictureSize(this.bytes(file));
    };
    return renderMarkdown(this.forThisServer(text), sizes);
  }

  /** The page as Markdown, with links that lead to others as Markdown. */
  private markdownOf(page: GuidePage): string {
    const text = relink(this.source(page), (target) => {
      const { path, hash, file } = resolve(page, target);
      if (path === undefined) return file === undefined ? target : `files/${file}`;
      return `${path || 'index'}.md${hash}`;
    });
    return this.forThisServer(text);
  }

  /** Commands call this server as they are copied. */
  private forThisServer(text: string): string {
    return text.replaceAll(/^```(?:sh|js)\n[\s\S]*?^```/gm, (block) =>
      block.replaceAll('http://localhost:3000', this.publicUrl),
    );
  }

  /** Every section of every page, for the index that browsers make. */
  private searchable() {
    return guidePages.flatMap((page) => {
      const named = (section: Section) => (section.depth > 1 ? section.title : page.title);
      return this.rendered(page).sections.map((section, index) => ({
        id: `${page.path}-${index}`,
        page: page.title,
        title: named(section),
        href: (page.path || '../guide') + (section.depth > 1 ? `#${section.id}` : ''),
        text: textOf(section.html).slice(section.depth > 1 ? section.title.length : 0),
      }));
    });
  }

  /** A file of the repository, if some page refers to it. */
  private linkedFile(path: string): string | undefined {
    this.files ??= new Set(
      guidePages.flatMap((page) =>
        targetsOf(this.source(page)).flatMap((target) => resolve(page, target).file ?? []),
      ),
    );
    const file = path.startsWith('files/') ? path.slice('files/'.length) : undefined;
    return file !== undefined && this.files.has(file) ? file : undefined;
  }

  private source({ file }: GuidePage): string {
    const known = this.sources.get(file) ?? this.bytes(file).toString('utf8');
    this.sources.set(file, known);
    return known;
  }

  private bytes(file: string): Buffer {
    return readFileSync(join(root, file));
  }
}

const siteFiles: ReadonlyMap<string, string> = new Map(
  ['guide.css', 'guide.js', 'icon.svg'].map((name) => [`site/${name}`, `docs/site/${name}`]),
);

/** What a link of a page leads to: a page, a file of the repository, or neither. */
export function resolve(page: GuidePage, target: string): { path?: string; hash: string; file?: string } {
  const [address, fragment] = target.split('#') as [string, string?];
  const hash = fragment === undefined ? '' : `#${fragment}`;
  if (address === '' || /^[a-z]+:/.test(address)) return { hash };
  const file = posix.join(posix.dirname(page.file), address);
  const found = guidePages.find((one) => one.file === file);
  return found ? { path: found.path, hash } : { file, hash };
}
