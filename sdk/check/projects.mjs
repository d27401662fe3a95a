import { build } from 'esbuild';
import { accessSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { install } from './packed.mjs';
import { expected, program } from './program.mjs';
import { output } from './support.mjs';

const imported = "import * as sdk from 'waybill-sdk';\n";

export function assertDone(said) {
  if (said !== expected) throw new Error(`expected “${expected}”, found “${said}”`);
}

/** A program in ES modules, run by Node or another runtime. */
export async function runModule(tarball, folder, baseUrl, [runtime, ...args]) {
  await install(tarball, folder);
  await writeFile(
    join(folder, 'main.mjs'),
    `${imported}${program}\nconsole.log(await program(sdk, process.argv[2]));`,
  );
  assertDone(await output(runtime, [...args, 'main.mjs', baseUrl], { cwd: folder }));
}

export async function runCommonJs(tarball, folder, baseUrl) {
  await install(tarball, folder, 'commonjs');
  const text = `const sdk = require('waybill-sdk');\n${program}\nprogram(sdk, process.argv[2]).then(console.log);`;
  await writeFile(join(folder, 'main.js'), text);
  assertDone(await output(process.execPath, ['main.js', baseUrl], { cwd: folder }));
}

/** The program as one file, with an ending for where it runs. */
export async function bundle(folder, { ending, format, platform }) {
  const { outputFiles } = await build({
    stdin: { contents: `${imported}${program}\n${ending}`, resolveDir: folder },
    bundle: true,
    minify: true,
    format,
    platform,
    write: false,
  });
  return outputFiles[0].text;
}

/** Where programs of these names are installed. */
export function found(...names) {
  const folders = [...new Set((process.env.PATH ?? '').split(delimiter))];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.filter((path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  });
}

/** The Nodes that are installed here, by version. */
export async function nodes() {
  const paths = [process.execPath, ...found('node')];
  const versions = await Promise.all(paths.map((path) => output(path, ['--version'])));
  return new Map(versions.map((version, index) => [version.slice(1), paths[index]]));
}
