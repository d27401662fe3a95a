import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atSource } from './source-places.js';

const source = 'src/database/migrate.ts';

/** Where the text stands in the file: its line and column, both from 1. */
function placeOf(file: string, text: string): { line: number; column: number } {
  const lines = readFileSync(file, 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(text));
  return { line: index + 1, column: lines[index]!.indexOf(text) + 1 };
}

describe('the places in a stack', () => {
  let folder: string;
  let bundle: string;
  let folderUrl: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-places-'));
    bundle = join(folder, 'migrate.js');
    folderUrl = `${pathToFileURL(folder).href}/`;
    await build({
      entryPoints: [source],
      outfile: bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      sourcemap: true,
    });
    await writeFile(join(folder, 'none.js.map'), '{}');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['isMigrated(lock)', 'was migrated by a newer Waybill', 'pg_try_advisory_lock'])(
    'are those of the source: %s',
    (text) => {
      const { line, column } = placeOf(bundle, text);
      const stack = `Error\n    at one (${pathToFileURL(bundle).href}:${line}:${column})\n    at two (node:fs:1:1)`;
      const [, one, two] = atSource(stack, folderUrl).split('\n');
      expect(one!.endsWith(`${source}:${placeOf(source, text).line})`)).toBe(true);
      expect(two).toBe('    at two (node:fs:1:1)');
    },
  );

  it.each([
    ['a file without a map', () => pathToFileURL(resolve('eslint.config.js')).href],
    ['a file that is not there', () => `${folderUrl}some.js`],
    ['another machine', () => 'file://host/a.js'],
    ['a name with a slash', () => `${folderUrl}a%2Fb.js`],
    ['a name that is not UTF-8', () => `${folderUrl}%E0%A4%A.js`],
    ['a map that is none', () => `${folderUrl}none.js`],
  ])('stay those of %s', (_, url) => {
    const stack = `Error: no\n    at one (${url()}:12:3)`;
    for (const below of [folderUrl, 'file:///']) expect(atSource(stack, below)).toBe(stack);
    expect(atSource(stack)).toBe(stack);
  });

  it('stay those of lines that the map does not know', () => {
    const stack = `Error: no\n    at one (${pathToFileURL(bundle).href}:1000000:3)`;
    expect(atSource(stack, folderUrl)).toBe(stack);
  });

  it.each([
    ['directly', () => pathToFileURL(bundle).href],
    ['by a detour', () => `${new URL('.', import.meta.url).href}../../../../../../../../..${bundle}`],
  ])('stay those of files elsewhere, though they have maps: %s', (_, url) => {
    const { line, column } = placeOf(bundle, 'pg_try_advisory_lock');
    const stack = `Error: no\n    at one (${url()}:${line}:${column})`;
    expect(atSource(stack)).toBe(stack);
    expect(atSource(stack, 'file:///')).not.toBe(stack);
  });

  it('are remembered, but not all forever', async () => {
    const { line, column } = placeOf(bundle, 'pg_try_advisory_lock');
    const stack = `    at one (${folderUrl}passing.js:${line}:${column})`;
    await copyFile(`${bundle}.map`, join(folder, 'passing.js.map'));
    const found = atSource(stack, folderUrl);
    expect(found).toContain(source);
    await rm(join(folder, 'passing.js.map'));
    expect(atSource(stack, folderUrl)).toBe(found);
    const others = Array.from({ length: 1000 }, (_, index) => `${folderUrl}none.js:${index}:1`).join('\n');
    expect(atSource(others, folderUrl)).toBe(others);
    expect(atSource(stack, folderUrl)).toBe(stack);
  });
});
