/**
 * Looks at every page of the guide in Chromium, in light and dark, on a laptop and a phone: whether axe finds anything,
 * anything is wider than the window, or is refused by the page's policy, and whether search and menu work by keys.
 * `npm run check:pages -- FOLDER` leaves pictures there. `CHROMIUM` names the browser, `WAYBILL_URL` a server that runs.
 */
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFreshServer } from '../demo/fresh-server.mjs';
import { guidePages } from '../build/guide/guide-pages.js';
import { openBrowser } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const windows = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const addresses = [
  ...guidePages.map(({ path }) => `docs/guide${path && '/'}${path}`),
  'docs/errors/order_on_route',
  'docs/guide/no-such-page',
];

const faults = [];
let held = 0;
function hold(text, isTrue) {
  held += 1;
  if (!isTrue) faults.push(text);
}

/** A page that tells what its policy refused and what went wrong in it. */
async function openPage(browser, options) {
  const page = await (await browser.newContext(options)).newPage();
  const said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  return { page, said: () => said.splice(0).filter((text) => !text.includes('status of 404')) };
}

async function look(browser, url, folder, window, colorScheme) {
  const { page, said } = await openPage(browser, { viewport: windows[window], colorScheme });
  for (const address of addresses) {
    const name = `${address.replaceAll('/', '-')} ${window} ${colorScheme}`;
    await page.goto(`${url}/${address}`);
    hold(
      `${name}: wider than its window`,
      await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
    );
    // An expression, since the policy lets no script of others in.
    await page.evaluate(axe);
    const { violations } = await page.evaluate('axe.run()');
    for (const { id, nodes } of violations) faults.push(`${name}: ${id}: ${nodes[0].html.slice(0, 160)}`);
    for (const text of said()) faults.push(`${name}: ${text}`);
    held += 2;
    await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
  }
  await page.context().close();
}

/** The way of somebody without a mouse. */
async function search(browser, url, folder) {
  const { page, said } = await openPage(browser, { viewport: windows.laptop });
  await page.goto(`${url}/docs/guide`);
  await page.keyboard.press('/');
  await page.keyboard.type('order_on_route');
  const results = page.locator('#found a');
  await results.first().waitFor();
  await page.screenshot({ path: join(folder, 'search.png') });
  await page.evaluate(axe);
  hold('axe finds something in the results', (await page.evaluate('axe.run()')).violations.length === 0);
  await page.keyboard.press('Escape');
  hold('Escape does not close the results', await page.locator('#found').isHidden());
  await page.keyboard.press('End');
  await page.keyboard.type(' ');
  await results.first().waitFor();
  await page.keyboard.press('ArrowDown');
  hold(
    'the arrow does not reach the results',
    await results.first().evaluate((link) => link === link.ownerDocument.activeElement),
  );
  await page.keyboard.press('Enter');
  await page.waitForURL('**/docs/guide/errors#order_on_route');
  for (const text of said()) faults.push(`search: ${text}`);
  await page.context().close();
}

async function menu(browser, url, folder) {
  const { page } = await openPage(browser, { viewport: windows.phone });
  await page.goto(`${url}/docs/guide/concepts`);
  const pages = page.locator('#pages');
  hold('the menu covers the text of a phone at first', await pages.isHidden());
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  hold('the menu does not open by keys', await pages.isVisible());
  await page.screenshot({ path: join(folder, 'menu.png') });
  await page.keyboard.press('Escape');
  hold('Escape does not close the menu', await pages.isHidden());
  await page.context().close();
}

async function withoutScripts(browser, url, folder) {
  const { page } = await openPage(browser, { viewport: windows.laptop, javaScriptEnabled: false });
  await page.goto(`${url}/docs/guide/concepts`);
  hold('there is no navigation without scripts', await page.locator('#pages').isVisible());
  hold('there is a search that cannot work', await page.locator('#search').isHidden());
  await page.emulateMedia({ media: 'print' });
  hold('the navigation is printed', await page.locator('#pages').isHidden());
  await page.screenshot({ path: join(folder, 'printed.png'), fullPage: true });
  await page.context().close();
}

const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'waybill-pages-')));
await mkdir(folder, { recursive: true });
const server = process.env.WAYBILL_URL
  ? { url: process.env.WAYBILL_URL, stop: () => {} }
  : await startFreshServer();
const browser = await openBrowser();
try {
  for (const window of Object.keys(windows))
    for (const colorScheme of ['light', 'dark']) await look(browser, server.url, folder, window, colorScheme);
  await search(browser, server.url, folder);
  await menu(browser, server.url, folder);
  await withoutScripts(browser, server.url, folder);
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${addresses.length} pages, ${held} checks; pictures in ${folder}`);
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
