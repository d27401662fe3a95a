import { build } from 'esbuild';
import { cp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { delimiter, join } from 'node:path';
import { accessSync } from 'node:fs';
import vm from 'node:vm';
import { install } from './packed.mjs';
import { expected, program } from './program.mjs';
import { olderTsc, output, sdk, tsc } from './support.mjs';

const imported = "import * as sdk from 'waybill-sdk';\n";

function assertDone(said) {
  if (said !== expected) throw new Error(`expected “${expected}”, found “${said}”`);
}

/** Programs in ES modules and CommonJS, run with `runtime`. */
export async function runModule(tarball, folder, baseUrl, [runtime, ...args] = [process.execPath]) {
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

/** One file for a page, with nothing of Node in it. */
async function pageBundle(tarball, folder) {
  await install(tarball, folder);
  const contents = `${imported}${program}\nglobalThis.done = program(sdk, globalThis.baseUrl);`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0].text;
}

/** The page's bundle in a world that has what pages have, and no Node. */
export async function runInSandbox(tarball, folder, baseUrl) {
  const names = ['AbortController', 'AbortSignal', 'Blob', 'crypto', 'fetch', 'File', 'FormData', 'Headers'];
  const more = [
    'ReadableStream',
    'Response',
    'setTimeout',
    'clearTimeout',
    'TextDecoder',
    'URL',
    'URLSearchParams',
  ];
  const world = Object.fromEntries([...names, ...more].map((name) => [name, globalThis[name]]));
  const page = vm.createContext({ ...world, navigator: { userAgent: 'Mozilla/5.0' }, baseUrl });
  vm.runInContext(await pageBundle(tarball, folder), page);
  assertDone(await page.done);
}

/** The path of a program, where it is installed. */
export function found(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path);
        return true;
      } catch {
        return false;
      }
    });
}

/** The page's bundle in a real Chromium, from another origin than the API's. */
export async function runInChromium(tarball, folder, baseUrl, chromium) {
  const bundle = await pageBundle(tarball, folder);
  const after = `done.catch(String).then((said) => (document.title = said));`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<script>baseUrl = '${baseUrl}';\n${bundle}\n${after}</script>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const page = `http://127.0.0.1:${server.address().port}/`;
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'profile')}`,
    ];
    const dom = await output(chromium, [...flags, '--virtual-time-budget=10000', '--dump-dom', page]);
    assertDone(/<title>(.*)<\/title>/.exec(dom)?.[1]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const strict = {
  target: 'es2022',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: false,
};

/** The type tests against the installed package: strictly, without Node's types, by both ways of finding modules. */
export async function compile(tarball, folder) {
  await install(tarball, folder);
  await cp(join(sdk, 'test/types'), join(folder, 'types'), { recursive: true });
  const lib = ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'];
  const ways = {
    nodenext: { include: ['types/*.mts', 'types/*.cts'], options: { module: 'nodenext', lib } },
    bundler: {
      include: ['types/*.mts'],
      options: { module: 'esnext', moduleResolution: 'bundler', lib },
    },
  };
  const done = [];
  for (const [name, { include, options }] of Object.entries(ways)) {
    const config = `tsconfig.${name}.json`;
    await writeFile(
      join(folder, config),
      JSON.stringify({ compilerOptions: { ...strict, ...options }, include }),
    );
    for (const compiler of [tsc, olderTsc]) {
      await output(process.execPath, [compiler, '-p', config], { cwd: folder });
      const version = await output(process.execPath, [compiler, '--version']);
      done.push(`${name} by TypeScript ${version.split(' ')[1]}`);
    }
  }
  return done.join(', ');
}
