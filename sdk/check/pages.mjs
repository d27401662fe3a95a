import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import vm from 'node:vm';
import { install } from './packed.mjs';
import { assertDone, bundle } from './projects.mjs';

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

/**
 * The page's bundle in a real Chromium, from another origin than the API's. The page sends its result itself: what
 * ends Chromium after a time of its own would race with it.
 */
export async function runInChromium(tarball, folder, baseUrl, [chromium]) {
  const script = await pageBundle(tarball, folder);
  const after = `done.catch(String).then((body) => fetch('/result', { method: 'POST', body }));`;
  const told = Promise.withResolvers();
  const server = createServer((request, response) => {
    if (request.url === '/result') text(request).then(told.resolve, told.reject);
    response.setHeader('content-type', 'text/html');
    response.end(`<script>baseUrl = '${baseUrl}';\n${script}\n${after}</script>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = `http://127.0.0.1:${server.address().port}/`;
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const browser = spawn(chromium, ['--headless', '--no-sandbox', '--disable-gpu', profile, page], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => browser.once('close', resolve));
  browser.once('error', told.reject);
  void ended.then((status) =>
    told.reject(new Error(`Chromium ended with ${status} before the page was done`)),
  );
  const late = setTimeout(() => told.reject(new Error('The page was not done within a minute')), 60_000);
  try {
    assertDone(await told.promise);
  } finally {
    clearTimeout(late);
    browser.kill();
    await ended;
    server.closeAllConnections();
    server.close();
  }
}
