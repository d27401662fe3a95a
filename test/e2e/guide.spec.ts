import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { problemCatalogue } from '../../src/common/problems/problems.js';
import { guidePages } from '../../src/guide/guide-pages.js';
import { resolve } from '../../src/guide/guide-site.js';
import { targetsOf } from '../../src/guide/markdown.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const address = ({ path }: { path: string }) => `/docs/guide${path && '/'}${path}`;

describe('the guide', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(app.url + path, { headers, redirect: 'manual' });

  it.each(guidePages.map((page) => [address(page), page] as const))(
    'has %s, which runs nothing and loads nothing from elsewhere',
    async (path, { title, summary }) => {
      const answer = await get(path);
      const html = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:/);
      const loaded = [...html.matchAll(/<(?:script|img|link)[^>]*? (?:src|href)="([^"]*)"/g)];
      expect(loaded.length).toBeGreaterThan(2);
      expect(loaded.filter(([, source]) => /^[a-z]*:?\/\//.test(source!))).toEqual([]);
      expect(html).toContain(`aria-current="page">${title}</a>`);
      expect(summary).toMatch(/\.$/);
    },
  );

  it('leads to what is there', async () => {
    const seen = new Map<string, string>();
    const fetched = async (path: string) => {
      if (!seen.has(path)) {
        const answer = await get(path, browser);
        seen.set(path, `${answer.status} ${await answer.text()}`);
      }
      return seen.get(path)!;
    };
    const broken: string[] = [];
    for (const page of [...guidePages.map(address), '/docs/errors/not_found', '/docs/guide/no/such/page']) {
      const html = await fetched(page);
      for (const [, target] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        const url = new URL(target!, app.url + page);
        if (url.origin !== app.url) continue;
        const found = url.pathname === page ? `200 ${html}` : await fetched(url.pathname);
        const anchor = url.hash.slice(1);
        const isThere = anchor === '' || found.includes(` id="${anchor}"`);
        if (!/^[23]/.test(found) || !isThere) broken.push(`${page}: ${target}`);
      }
    }
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(2 * guidePages.length);
  });

  it('has each page as Markdown, whose links lead to Markdown', async () => {
    for (const { path, file } of guidePages) {
      const answer = await get(`/docs/guide/${path || 'index'}.md`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/markdown; charset=utf-8',
      ]);
      const text = await answer.text();
      expect(text.split('\n')[0]).toBe(readFileSync(file, 'utf8').split('\n')[0]);
      for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        const linked = posix.join('/docs/guide', target!);
        expect([linked, (await get(linked)).status]).toEqual([linked, 200]);
      }
    }
  });

  it('names this server in the commands to copy', async () => {
    const other = await startTestApp({
      env: { PUBLIC_URL: 'https://portal.example.org' },
      database: app.database,
    });
    try {
      const html = await (await fetch(`${other.url}/docs/guide/getting-started`)).text();
      expect(html).toContain('api=https://portal.example.org\n');
      expect(html).not.toContain('api=http://localhost:3000');
    } finally {
      await other.close();
    }
  });

  it('is asked for once while it stays the same', async () => {
    for (const path of [
      '/docs/guide/concepts',
      '/docs/guide/site/search.json',
      '/llms.txt',
      '/docs/errors/not_found',
    ]) {
      const first = await get(path);
      expect(first.headers.get('cache-control')).toBe('public, max-age=0');
      const again = await get(path, { 'if-none-match': first.headers.get('etag')! });
      expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
      expect((await get(path, { 'if-none-match': '"another"' })).status).toBe(200);
    }
  });

  it('has an index of every section, for a search that asks nobody else', async () => {
    const sections = (await (await get('/docs/guide/site/search.json')).json()) as Record<string, string>[];
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    const found = (title: string) => sections.find((section) => section.title === title);
    expect(found('order_on_route')).toMatchObject({ page: 'Errors', href: 'errors#order_on_route' });
    expect(found('Backup')!.text).toMatch(/^\s*npm run backup/);
    for (const script of ['guide.js', 'minisearch.js']) {
      const { headers } = await get(`/docs/guide/site/${script}`);
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
  });

  it('gives no other file of the server', async () => {
    for (const path of [
      '../../package.json',
      'files/package.json',
      'files/src/main.ts',
      'files/..%2fpackage.json',
      '__proto__',
      'constructor',
    ])
      expect([path, (await get(`/docs/guide/${path}`)).status]).toEqual([path, 404]);
  });

  it('says what is not there, to people and to programs', async () => {
    for (const path of ['/docs/guide/nothing', '/docs/errors/nothing', '/docs/errors/constructor']) {
      const [page, problem] = await Promise.all([get(path, browser), get(path)]);
      expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(await page.text()).toContain('<h1>Not found</h1>');
      expect(await problem.json()).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  it('is found from neighbouring addresses', async () => {
    const target = async (path: string) => {
      const answer = await get(path);
      return [answer.status, new URL(answer.headers.get('location')!, app.url + path).pathname];
    };
    expect(await target('/docs/guide/')).toEqual([302, '/docs/guide']);
    expect(await target('/docs/errors')).toEqual([302, '/docs/guide/errors']);
    const { info } = (await (await get('/openapi.json')).json()) as { info: { description: string } };
    expect(info.description).toContain('](http://localhost:3000/docs/guide)');
  });

  it('is told to language models', async () => {
    const answer = await get('/llms.txt');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const text = await answer.text();
    expect(text).toMatch(/^# Waybill\n\n> .+\n\n/);
    const addresses = [...text.matchAll(/^- \[[^\]]+\]\(http:\/\/localhost:3000([^)]+)\): \S/gm)].map(
      ([, path]) => path!,
    );
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/openapi.json',
        '/openapi-3.1.json',
        '/docs/guide/sdk.md',
        '/docs/guide/index.md',
      ]),
    );
    expect(addresses).toHaveLength(text.match(/^- /gm)!.length);
    for (const path of addresses) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });
});

describe('the type of a problem', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('is a URL of this server that says what it means and what to do', async () => {
    const { type } = (await (await fetch(`${app.url}/v1/orders`)).json()) as { type: string };
    expect(type).toBe('http://localhost:3000/docs/errors/authentication_required');
    const here = type.replace('http://localhost:3000', app.url);
    const { title, status, meaning, remedy } = problemCatalogue.authentication_required;
    const facts = await fetch(here);
    expect(facts.headers.get('vary')).toBe('accept, accept-encoding');
    expect(await facts.json()).toEqual({
      type,
      code: 'authentication_required',
      title,
      status,
      meaning,
      remedy,
    });
    const page = await fetch(here, { headers: browser });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    expect(html).toContain(`<strong>401: ${title}.</strong> ${meaning}`);
    expect(html).toContain('href="../guide/errors"');
  });

  it('answers for every code', async () => {
    for (const code of Object.keys(problemCatalogue)) {
      const [page, facts] = await Promise.all([
        fetch(`${app.url}/docs/errors/${code}`, { headers: browser }),
        fetch(`${app.url}/docs/errors/${code}`, { headers: { accept: 'application/json' } }),
      ]);
      expect([code, page.status, facts.status]).toEqual([code, 200, 200]);
      expect(await facts.json()).toMatchObject({ code });
      expect(await page.text()).toContain(`<h1 id="${code}">${code}</h1>`);
    }
  });
});

describe('an installation', () => {
  const [, ...stages] = readFileSync('Dockerfile', 'utf8').split(/^FROM /m);
  const copied = [...stages.at(-1)!.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
    names!.split(' '),
  );
  const isIn = (file: string, places: string[]) =>
    places.some((place) => file === place || file.startsWith(`${place}/`));

  it('takes along every file of the guide', () => {
    const admitted = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? line.slice(1) : []));
    const files = guidePages.flatMap((page) => [
      page.file,
      ...targetsOf(readFileSync(page.file, 'utf8')).flatMap((target) => resolve(page, target).file ?? []),
    ]);
    expect(files.filter((file) => !isIn(file, copied))).toEqual([]);
    expect(files.filter((file) => !isIn(file, admitted))).toEqual([]);
  });
});
