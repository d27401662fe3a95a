import { createServer } from 'node:http';
import { join } from 'node:path';
import vm from 'node:vm';
import { install } from './packed.mjs';
import { assertDone, bundle } from './projects.mjs';
import { output } from './support.mjs';

/** One file for a page, with nothing of Node in it. */
async function pageBundle(tarball, folder) {
  await install(tarball, folder);
  const ending = 'globalThis.done = program(sdk, globalThis.baseUrl);';
  return bundle(folder, { ending, format: 'iife', platform: 'browser' });
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

/** The page's bundle in a real Chromium, from another origin than the API's. */
export async function runInChromium(tarball, folder, baseUrl, [chromium]) {
  const script = await pageBundle(tarball, folder);
  const after = `done.catch(String).then((said) => (document.title = said));`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<script>baseUrl = '${baseUrl}';\n${script}\n${after}</script>`);
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
