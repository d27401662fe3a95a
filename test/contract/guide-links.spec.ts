import { existsSync, readFileSync, statSync } from 'node:fs';
import { guidePages } from '../../src/guide/guide-pages.js';
import { resolve } from '../../src/guide/guide-site.js';
import { renderMarkdown, targetsOf } from '../../src/guide/markdown.js';

const textOf = (file: string) => readFileSync(file, 'utf8');

/** The links and pictures of every page, and the addresses that stand in its text. */
const links = guidePages.flatMap((page) =>
  targetsOf(textOf(page.file)).map((target) => ({ page, target, ...resolve(page, target) })),
);

/** The anchors of a page, by its path in the guide. */
const anchors = new Map(
  guidePages.map(({ path, file }) => [
    path,
    new Set(renderMarkdown(textOf(file)).sections.map(({ id }) => id)),
  ]),
);

describe('the links of the guide', () => {
  it('are many', () => {
    expect(links.length).toBeGreaterThan(50);
  });

  it('lead to files of the repository', () => {
    const files = links.flatMap(({ file }) => file ?? []);
    expect(files.filter((file) => !existsSync(file) || !statSync(file).isFile())).toEqual([]);
  });

  it('lead to headings that are there', () => {
    const missing = links.filter(({ page, target, path, hash, file }) => {
      if (hash === '' || file !== undefined || /^[a-z]+:/.test(target)) return false;
      return !anchors.get(path ?? page.path)!.has(decodeURIComponent(hash.slice(1)));
    });
    expect(missing.map(({ page, target }) => `${page.file}: ${target}`)).toEqual([]);
  });

  it('to elsewhere are whole and encrypted, unless on one’s own machine', () => {
    const addresses = guidePages.flatMap(({ file }) =>
      [...textOf(file).matchAll(/(?:\]\(|<)([a-z]+:[^)>\s]+)[)>]/g)].map(([, address]) => address!),
    );
    const wrong = addresses.filter((address) => {
      if (!URL.canParse(address)) return true;
      const { protocol, hostname } = new URL(address);
      return protocol !== 'https:' && !['localhost', '127.0.0.1'].includes(hostname);
    });
    expect(wrong).toEqual([]);
  });

  it('stand in Markdown alone', () => {
    const tags = guidePages.flatMap(({ file }) =>
      [
        ...textOf(file)
          .replaceAll(/^```[\s\S]*?^```$/gm, '')
          .replaceAll(/`[^`]*`/g, '')
          .matchAll(/<(?!!--)[a-z]+[\s>]/gi),
      ].map(([tag]) => `${file}: ${tag}`),
    );
    expect(tags).toEqual([]);
  });
});

describe('a page', () => {
  it.each(guidePages.map((page) => [page.file, page] as const))(
    '%s has one title, and is in the guide once',
    (file) => {
      const depths = renderMarkdown(textOf(file)).sections.map(({ depth }) => depth);
      expect(depths.filter((depth) => depth === 1)).toEqual([1]);
      expect(guidePages.filter((page) => page.file === file)).toHaveLength(1);
    },
  );
});
