/**
 * Takes pictures of the queue board, of a fresh server with Redis that reads a large spreadsheet meanwhile, by Chromium.
 * Tells what the board's Content-Security-Policy refused: fonts from elsewhere, and one style that a script adds.
 *
 *   npm run demo:queues -- FOLDER
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { OwnRedis } from '../test/chaos/support/redis.mjs';
import { ensureProgram } from '../test/support/ensure-program.mjs';
import { openBrowser } from '../tools/browser.mjs';
import { startFreshServer } from './fresh-server.mjs';
import { ownerEmail, password, signUpBoth } from './people.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder for the pictures: npm run demo:queues -- FOLDER');

await mkdir(folder, { recursive: true });
for (const program of ['redis-server', 'chromium']) ensureProgram(program, 'the pictures');
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const refused = new Set();
page.on('console', (line) => line.text().includes('Content Security Policy') && refused.add(line.text()));
const redis = await OwnRedis.open();
const settings = {
  REDIS_URL: redis.url,
  RUN_JOBS: 'inline',
  QUEUE_BOARD: 'true',
  QUEUE_BOARD_OWNERS: ownerEmail,
};
const server = await startFreshServer(settings);
try {
  const { client } = await signUpBoth(server.url, 'Manhattan Libraries');
  const board = `${server.url}/admin/queues`;

  await page.goto(board);
  await picture('sign-in');
  await page.fill('#email', ownerEmail);
  await page.fill('#password', password);
  await page.click('button');
  await page.waitForURL('**/queues/');
  await page.getByText('imports').first().waitFor();

  const lines = Array.from({ length: 60_000 }, (_, n) => `${n + 1} Main St,1`);
  const file = new File([['Address Line 1,Package Count', ...lines].join('\n')], 'orders.csv');
  await client.orderImports.create({ file });
  await delay(1_500);
  await page.goto(`${board}/`);
  await page.getByText('imports').first().waitFor();
  await delay(1_000);
  await picture('queues');
  await page.goto(`${board}/queue/imports`);
  await delay(2_000);
  await picture('imports');
} finally {
  await browser.close();
  await server.stop();
  await redis.close();
}
for (const text of refused) console.log(`The policy refused: ${text}`);
process.exit();

async function picture(name) {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}
