/**
 * Uses Swagger UI in Chromium as people do, on a fresh server: plays the main job, stays signed in, meets
 * mishaps, looks at the page on a laptop and a phone, then presses Execute on every operation and lists what each answered.
 *
 *   npm run check:swagger -- FOLDER     leaves pictures there
 *
 * Fails where the server refuses what the page sends as it stands as malformed, where the page's policy or scripts
 * complain, and where axe finds something. `CHROMIUM` names the browser.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFreshServer } from '../../demo/fresh-server.mjs';
import { openBrowser } from '../browser.mjs';
import { executeAll } from './every-operation.mjs';
import { lookAt } from './looks.mjs';
import { playMainJob } from './main-job.mjs';
import { meetMishaps } from './mishaps.mjs';
import { staySignedIn } from './staying-signed-in.mjs';
import { SwaggerPage } from './swagger-page.mjs';

const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'waybill-swagger-')));
await mkdir(folder, { recursive: true });
const server = await startFreshServer();
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const swagger = await SwaggerPage.open(context, server.url);
  const people = await playMainJob(swagger);
  await staySignedIn(context, server.url, people.dispatcher);
  await meetMishaps(context, server.url, people.dispatcher);
  const faults = await lookAt(browser, server.url, people.dispatcher, folder);
  console.log(`Pictures are in ${folder}`);
  const refused = await executeAll(swagger, server.url, people);
  assert.deepEqual(swagger.complaints, []);
  assert.deepEqual([...faults, ...refused], []);
} finally {
  await browser.close();
  await server.stop();
}
