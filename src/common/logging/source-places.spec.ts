import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
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
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-places-'));
    bundle = join(folder, 'migrate.js');
    await build({
      entryPoints: [source],
      outfile: bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      sourcemap: true,
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['executedMigrations(lock)', 'was migrated by a newer Waybill', 'pg_try_advisory_lock'])(
    'are those of the source: %s',
    (text) => {
      const { line, column } = placeOf(bundle, text);
      const stack = `Error\n    at one (${pathToFileURL(bundle).href}:${line}:${column})\n    at two (node:fs:1:1)`;
      const [, one, two] = atSource(stack).split('\n');
      expect(one!.endsWith(`${source}:${placeOf(source, text).line})`)).toBe(true);
      expect(two).toBe('    at two (node:fs:1:1)');
    },
  );

  it.each([
    ['a file without a map', pathToFileURL(resolve('eslint.config.js')).href],
    ['a file that is not there', pathToFileURL('/nowhere/some.js').href],
  ])('stay those of %s', (_, url) => {
    const stack = `Error: no\n    at one (${url}:12:3)`;
    expect(atSource(stack)).toBe(stack);
  });

  it('stay those of lines that the map does not know', () => {
    const stack = `Error: no\n    at one (${pathToFileURL(bundle).href}:1000000:3)`;
    expect(atSource(stack)).toBe(stack);
  });
});
