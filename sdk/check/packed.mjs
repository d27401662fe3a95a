import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { publint as lint } from 'publint';
import { formatMessage } from 'publint/utils';
import { npm, output, sdk } from './support.mjs';

/** What whoever installs the package has to find in it. */
const wanted = [
  'LICENSE',
  'README.md',
  'package.json',
  'dist/cli/waybill.mjs',
  ...['esm', 'cjs'].flatMap((format) =>
    ['index.js', 'index.js.map', 'index.d.ts'].map((file) => `dist/${format}/${file}`),
  ),
];
const known =
  /^(LICENSE|README\.md|package\.json|dist\/cjs\/package\.json|dist\/cli\/waybill\.mjs|dist\/(esm|cjs)\/.*\.(js|js\.map|d\.ts))$/;

/** Packs the SDK as it would be published. @throws Error when a file is missing or should not be there */
export async function pack(folder) {
  const [packed] = JSON.parse(
    await npm(sdk, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  );
  const paths = packed.files.map(({ path }) => path);
  const missing = wanted.filter((path) => !paths.includes(path));
  const strange = paths.filter((path) => !known.test(path));
  if (missing.length + strange.length > 0)
    throw new Error(
      `missing: ${missing.join(', ') || 'none'}; not expected: ${strange.join(', ') || 'none'}`,
    );
  return { tarball: join(folder, packed.filename), bytes: packed.size, files: paths };
}

/** A fresh project with nothing but the package in it. */
export async function install(tarball, folder, type = 'module') {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'user', version: '1.0.0', type }));
  await npm(folder, 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball);
  return folder;
}

/** publint's findings, suggestions included. */
export async function lintPackage(tarball) {
  const { buffer } = await readFile(tarball);
  const { messages, pkg } = await lint({ pack: { tarball: buffer }, level: 'suggestion', strict: true });
  if (messages.length > 0)
    throw new Error(messages.map((message) => formatMessage(message, pkg, { color: false })).join('\n'));
  return 'no finding';
}

/** attw's table: how each way of resolving modules finds code and types. */
export async function attw(tarball, folder) {
  const copy = join(folder, 'attw.tgz');
  await copyFile(tarball, copy);
  const manifest = createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json');
  const cli = join(manifest, '../dist/index.js');
  return output(process.execPath, [cli, copy, '--format', 'ascii', '--no-emoji', '--no-color']);
}
