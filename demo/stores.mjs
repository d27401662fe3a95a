/**
 * Takes pictures of the stub store's pages, by Chromium, while a fresh server connects one, takes its orders over and
 * delivers them.
 *
 *   npm run demo:stores -- FOLDER
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureProgram } from '../test/support/ensure-program.mjs';
import { openBrowser } from '../tools/browser.mjs';
import { signUpBoth } from './people.mjs';
import { openFreshStage } from './stage.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder for the pictures: npm run demo:stores -- FOLDER');

await mkdir(folder, { recursive: true });
ensureProgram('chromium', 'the pictures');
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const { url, stubUrl, stop } = await openFreshStage();
try {
  const { dispatcher, client } = await signUpBoth(url, 'Book Nook');

  await page.goto(`${stubUrl}/`);
  await page.fill('#shop', 'book-nook');
  await page.click('form button');
  await page.locator('h1', { hasText: 'book-nook.myshopify.com' }).waitFor();
  const cards = page.locator('.card');
  const kinds = { plain: 2, fulfilled: 1, cancelled: 1, pickup: 1, held: 1, twoLocations: 1 };
  let size = 0;
  for (const [kind, count] of Object.entries(kinds)) {
    const make = page.locator('form[action$="/make"]');
    await make.locator('select').selectOption(kind);
    await make.locator('input[type=number]').fill(String(count));
    await make.locator('button').click();
    size += count;
    await cards.nth(size - 1).waitFor();
  }
  await picture('orders');

  const { authorizationUrl } = await client.integrations.connectShopify({ shop: 'book-nook' });
  await page.goto(authorizationUrl);
  await picture('install');
  await page.click('button.main');
  await page.locator('h1', { hasText: 'is connected' }).waitFor();
  await picture('connected');
  await client.integrations.updateShopify({ autoFulfill: true, notifyCustomer: true });

  const { results } = await client.integrations.importShopifyOrders({ text: '1001 1002 1007' });
  const stopIds = results.map(({ orderId }) => orderId);
  await client.orders.submit({ ids: stopIds });
  const route = await dispatcher.routes.create({ title: 'Midtown' });
  await dispatcher.routes.addStops(route.id, { stopIds });
  await dispatcher.routes.start(route.id);
  for (const id of stopIds) await dispatcher.stops.recordAttempt(id, { state: 'delivered_to_recipient' });
  const delivered = cards.filter({ hasText: 'customer notified', hasNotText: 'partially' });
  do await page.goto(`${stubUrl}/book-nook.myshopify.com`);
  while ((await delivered.count()) < stopIds.length);
  await picture('delivered');
  await page.locator('h2', { hasText: 'Log' }).evaluate((heading) => heading.scrollIntoView());
  await picture('log', 800);
  await page.goto(`${stubUrl}/`);
  await picture('stores');
} finally {
  await browser.close();
  await stop();
}
process.exit();

/** From where the page is scrolled to, down to its end, at most so high. */
async function picture(name, highest = 1_400) {
  const path = join(folder, `${name}.png`);
  const [y, whole] = await page.evaluate('[scrollY, document.documentElement.scrollHeight]');
  await page.screenshot({
    path,
    fullPage: true,
    clip: { x: 0, y, width: 1_400, height: Math.min(highest, whole) },
  });
  console.log(path);
}
