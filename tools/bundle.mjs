/** Puts what runs into `dist`: the programs, threads and migrations of `build`, each with all that it imports. */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { root } from './project-node.mjs';

const [compiled, dist] = [join(root, 'build'), join(root, 'dist')];
const parts = join(dist, 'parts');
const record = join(dist, '.bundle.json');

/** How long parts stay after the last build that had them: processes that run may still load them. */
const keptMilliseconds = 24 * 60 * 60 * 1000;

/** Below `build`, and under the same names below `dist`. */
const entries = ['main.js', 'worker.js', '*.cli.js', '**/*.worker.js', 'migrations/*.js'];

const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Packages that stay in `node_modules`, with what they import: nothing that has a state may be there and in the bundle. */
const external = [
  // Native code.
  '@node-rs/argon2',
  'sharp',
  // Its pages are templates; it wants the queues to be of its own Bull.
  '@bull-board/api',
  '@bull-board/fastify',
  '@bull-board/ui',
  'bull',
  // Outside of node_modules Node would warn of what they call.
  'ioredis',
  'nodemailer',
  // They may be missing, and Nest and pg ask for some that Waybill never has.
  ...Object.keys(optionalDependencies),
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'class-transformer',
  'class-validator',
  'pg-native',
];

/** For every file, wherever in `dist` it is: what CommonJS asks for, and where `dist` is. */
const banner = [
  `import { createRequire as __createRequire } from 'node:module';`,
  `import { fileURLToPath as __fileURLToPath } from 'node:url';`,
  `const require = __createRequire(import.meta.url);`,
  `const __dist = import.meta.url.slice(0, import.meta.url.lastIndexOf('/dist/') + '/dist/'.length);`,
].join('');

const needsMetadata = /\bReflect\.\w*metadata\b/i;

/**
 * Files that find others by their own place keep it: Waybill's the same below `dist`, packages' where they are
 * installed. Those that need `reflect-metadata` say so, since parts are not loaded in the order of the imports of others.
 */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => {
      const isOwn = path.startsWith(compiled);
      const place = relative(isOwn ? compiled : dist, path).replaceAll('\\', '/');
      const url = (name) => `new URL(${JSON.stringify(name)}, __dist)`;
      const text = (await readFile(path, 'utf8'))
        .replaceAll(/\bimport\.meta\.url\b/g, `${url(place)}.href`)
        .replaceAll(/\b__filename\b/g, `__fileURLToPath(${url(place)})`)
        .replaceAll(/\b__dirname\b/g, `__fileURLToPath(${url(dirname(place))})`);
      const isDecorated = (isOwn || place.includes('/node_modules/@nestjs/')) && needsMetadata.test(text);
      return { contents: isDecorated ? `import 'reflect-metadata';${text}` : text, loader: 'js' };
    });
  },
};

/** Does nothing when nothing of it has changed. */
export async function bundle() {
  const made = readRecord();
  const sources = fingerprint();
  if (made.sources === sources && made.files.every((file) => existsSync(join(dist, file)))) return;
  // A build that fails midway leaves files of two: the next one must not believe them.
  mkdirSync(dist, { recursive: true });
  writeFileSync(record, JSON.stringify({ files: made.files }));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => `build/${name}`),
    outbase: 'build',
    outdir: 'dist',
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    // Nest and MikroORM call things by the names of their classes.
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    banner: { js: banner },
    external,
    plugins: [places],
    logLevel: 'error',
  });
  refuseNameless(metafile);
  const files = Object.keys(metafile.outputs).map((file) => relative('dist', file));
  clear(dist, new Set(files), new Set(made.files));
  writeFileSync(record, JSON.stringify({ sources, files }));
}

/** Bundled, `import()` of CommonJS gives no names: a module of Waybill's own has to stand between. */
function refuseNameless({ inputs }) {
  for (const [file, { imports }] of Object.entries(inputs))
    for (const { kind, path } of imports)
      if (file.startsWith('build/') && kind === 'dynamic-import' && inputs[path]?.format === 'cjs')
        throw new Error(`${file}: import() of ${path}. Import it in a file that is imported by import().`);
}

/** Of the last build. There may be none, or one that was cut short. */
function readRecord() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return { files: [] };
  }
}

/** Of the compiled code, which the compiler's notes tell apart, of the packages, and of this file. */
function fingerprint() {
  const files = [
    'build/.src.tsbuildinfo',
    'build/.migrations.tsbuildinfo',
    'node_modules/.package-lock.json',
    'tools/bundle.mjs',
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(existsSync(join(root, file)) ? readFileSync(join(root, file)) : '');
  return hash.digest('hex');
}

/** Deletes what is not of this build: an entry that stayed would still be found. Of earlier builds young parts stay. */
function clear(folder, files, filesBefore) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const file = relative(dist, path);
    if (entry.isDirectory() && entry.name !== '.compiled') clear(path, files, filesBefore);
    else if (files.has(file)) continue;
    else if (folder !== parts) rmSync(path, { recursive: true });
    else if (filesBefore.has(file)) utimesSync(path, new Date(), new Date());
    else if (statSync(path).mtimeMs < Date.now() - keptMilliseconds) rmSync(path);
  }
}
