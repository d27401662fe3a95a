/**
 * Uses Swagger UI in Chromium as people do, on a fresh server: plays the main job, stays signed in, then presses Execute
 * on every operation and lists what each answered.
 *
 *   npm run check:swagger
 *
 * Fails where the server refuses what the page sends as it stands as malformed, or where the page's policy or scripts
 * complain. `CHROMIUM` names the browser.
 */
import assert from 'node:assert/strict';
import { startFreshServer } from '../../demo/fresh-server.mjs';
import { openBrowser } from '../browser.mjs';
import { executeAll } from './every-operation.mjs';
import { playMainJob } from './main-job.mjs';
import { staySignedIn } from './staying-signed-in.mjs';
import { SwaggerPage } from './swagger-page.mjs';

const server = await startFreshServer();
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const swagger = await SwaggerPage.open(context, server.url);
  const people = await playMainJob(swagger);
  await staySignedIn(context, server.url, people.dispatcher);
  const refused = await executeAll(swagger, server.url, people);
  assert.deepEqual(swagger.complaints, []);
  assert.deepEqual(refused, []);
} finally {
  await browser.close();
  await server.stop();
}
