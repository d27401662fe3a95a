/**
 * Takes pictures of the stub store's pages, by Chromium, while a fresh server connects one, takes its orders over and
 * delivers them.
 *
 *   npm run demo:stores -- FOLDER
 */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Waybill } from '../sdk/dist/esm/index.js';
import { ensureProgram } from '../test/support/ensure-program.mjs';
import { openBrowser } from '../tools/browser.mjs';
import { startFreshServer } from './fresh-server.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder for the pictures: npm run demo:stores -- FOLDER');
const password = 'plum tractor sings at noon';

await mkdir(folder, { recursive: true });
ensureProgram('chromium', 'the pictures');
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const stub = await startStub();
const server = await startFreshServer({ SHOPIFY_STUB_URL: stub.url });
try {
  const anyone = new Waybill({ baseUrl: server.url });
  const { dispatcher, client } = await signUp(anyone);

  await page.goto(`${stub.url}/`);
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
  do await page.goto(`${stub.url}/book-nook.myshopify.com`);
  while ((await delivered.count()) < stopIds.length);
  await picture('delivered');
  await page.locator('h2', { hasText: 'Log' }).evaluate((heading) => heading.scrollIntoView());
  await picture('log', 800);
  await page.goto(`${stub.url}/`);
  await picture('stores');
} finally {
  await browser.close();
  await server.stop();
  stub.stop();
}
process.exit();

async function signUp(anyone) {
  const person = { name: 'Ada Park', email: 'ada@swift.example.org', password };
  const owner = await anyone.auth.signup({ organizationName: 'Swift Wheels', ...person });
  const dispatcher = new Waybill({ baseUrl: server.url, token: owner.accessToken });
  const { invitation } = await dispatcher.clients.create({
    companyName: 'Book Nook',
    allowOrderUpload: true,
    invitation: { channel: 'link' },
  });
  const token = new URL(invitation.url).searchParams.get('token');
  const joined = await anyone.invitations.accept({
    token,
    name: 'Bo Reyes',
    email: 'bo@nook.example.org',
    password,
  });
  return { dispatcher, client: new Waybill({ baseUrl: server.url, token: joined.accessToken }) };
}

async function startStub() {
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, 'tools/shopify-stub/main.ts'], {
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /ready at (\S+)/.exec(line) ?? [];
    if (url) return { url, stop: () => child.kill() };
  }
  throw new Error('The stub did not start; its reason is above.');
}

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
