import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sdk } from './support.mjs';

/** Most bytes of each, gzipped. */
const limits = {
  'dist/esm/index.js': 14_950,
  'dist/cjs/index.js': 14_950,
  'all of it, in a page': 14_950,
  'Waybill alone': 13_000,
  'isWaybillError alone': 1_000,
  'fileFrom alone': 2_000,
};

/** What a bundler keeps of a program that uses only this much. */
async function bundled(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: sdk },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0].text;
}

const using = (name) => bundled(`import { ${name} } from 'waybill-sdk'; console.log(${name});`);

/** The size of everything that has a limit: as it is, and gzipped. @throws Error when something has outgrown it */
export async function sizes() {
  const file = (path) => readFileSync(join(sdk, path), 'utf8');
  const texts = {
    'dist/esm/index.js': file('dist/esm/index.js'),
    'dist/cjs/index.js': file('dist/cjs/index.js'),
    'all of it, in a page': await bundled("export * from 'waybill-sdk';"),
    'Waybill alone': await using('Waybill'),
    'isWaybillError alone': await using('isWaybillError'),
    'fileFrom alone': await using('fileFrom'),
  };
  const rows = Object.entries(texts).map(([what, text]) => {
    const [bytes, gzipped, limit] = [Buffer.byteLength(text), gzipSync(text).length, limits[what]];
    if (gzipped > limit) throw new Error(`${what} has ${gzipped} bytes gzipped; ${limit} is the limit`);
    return { what, bytes, gzipped, limit };
  });
  return rows;
}

/** The published files need nothing else. */
export function assertSelfContained() {
  for (const path of ['dist/esm/index.js', 'dist/cjs/index.js']) {
    const source = readFileSync(join(sdk, path), 'utf8');
    const imported = source.match(/\b(?:from|import|require)\s*(?:\(\s*)?["'][^"']+["']/g);
    if (imported) throw new Error(`${path} needs something else: ${imported.join(', ')}`);
  }
}
