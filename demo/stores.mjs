/**
 * Takes pictures of the stub store's pages, by Chromium, while a fresh server connects one, takes its orders over and
 * delivers them.
 *
 *   npm run demo:stores -- FOLDER
 */
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Waybill } from '../sdk/dist/esm/index.js';
import { ensureProgram } from '../test/support/ensure-program.mjs';
import { Browser } from './browser.mjs';
import { startFreshServer } from './fresh-server.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder for the pictures: npm run demo:stores -- FOLDER');
const password = 'plum tractor sings at noon';

await mkdir(folder, { recursive: true });
ensureProgram('chromium', 'the pictures');
const browser = await Browser.open();
const stub = await startStub();
const server = await startFreshServer({ SHOPIFY_STUB_URL: stub.url });
try {
  const anyone = new Waybill({ baseUrl: server.url });
  const { dispatcher, client } = await signUp(anyone);

  await browser.visit(`${stub.url}/`);
  await press(`document.getElementById('shop').value = 'book-nook'`, 'form button');
  await browser.until(`document.querySelector('h1')?.innerText === 'book-nook.myshopify.com'`);
  const kinds = { plain: 2, fulfilled: 1, cancelled: 1, pickup: 1, held: 1, twoLocations: 1 };
  for (const [kind, count] of Object.entries(kinds)) {
    const size = await browser.run(`document.querySelectorAll('.card').length`);
    const fill = `document.querySelector('select').value = '${kind}'; document.querySelector('input').value = ${count}`;
    await press(fill, 'form[action$="/make"] button');
    await browser.until(`document.querySelectorAll('.card').length === ${size + count}`);
  }
  await picture('orders');

  const { authorizationUrl } = await client.integrations.connectShopify({ shop: 'book-nook' });
  await browser.visit(authorizationUrl);
  await picture('install');
  await press('', 'button.main');
  await browser.until(`document.body.innerText.includes('is connected')`);
  await picture('connected');
  await client.integrations.updateShopify({ autoFulfill: true, notifyCustomer: true });

  const { results } = await client.integrations.importShopifyOrders({ text: '1001 1002 1007' });
  const stopIds = results.map(({ orderId }) => orderId);
  await client.orders.submit({ ids: stopIds });
  const route = await dispatcher.routes.create({ title: 'Midtown' });
  await dispatcher.routes.addStops(route.id, { stopIds });
  await dispatcher.routes.start(route.id);
  for (const id of stopIds) await dispatcher.stops.recordAttempt(id, { state: 'delivered_to_recipient' });
  const delivered = `[...document.querySelectorAll('.card')]
    .filter(({ innerText }) => innerText.includes('customer notified') && !innerText.includes('partially'))`;
  for (let seen = 0; seen < stopIds.length; seen = await browser.run(`${delivered}.length`))
    await browser.visit(`${stub.url}/book-nook.myshopify.com`);
  await picture('delivered');
  await browser.run(`document.querySelector('table').previousElementSibling.scrollIntoView()`);
  await picture('log', 800);
  await browser.visit(`${stub.url}/`);
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

/** Runs something in the page, then presses a button. */
async function press(before, button) {
  await browser.run(`${before}; document.querySelector(${JSON.stringify(button)}).click()`);
}

async function picture(name, highest = 1_400) {
  const path = join(folder, `${name}.png`);
  await writeFile(path, await browser.picture(highest));
  console.log(path);
}
