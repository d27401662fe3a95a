/**
 * Measures the requests that callers make most: how many are answered in a second by sixteen connections, and what
 * each costs in processor time, beside bare Fastify and pg where there is a lower bound.
 *
 *   npm run bench:requests             (all of them)
 *   npm run bench:requests -- login    (those whose names hold this)
 */
import { chosen } from './support/arguments.mjs';
import {
  fillOrders,
  measureRequest,
  orderRequests,
  otherRequests,
  printHeading,
  serveBare,
} from './support/requests.mjs';
import { addTenant, openStage } from './support/stage.mjs';

const wanted = process.argv[2] ?? '';
const stage = await openStage();
try {
  const url = await stage.serve('dist/main.js', { ACCESS_TOKEN_MINUTES: '1440' });
  const tenant = await addTenant(stage, url, 11);
  await fillOrders(stage, tenant);
  const bareUrl = await serveBare(stage, tenant);
  const requests = { ...(await orderRequests(stage, tenant)), ...otherRequests(tenant) };
  printHeading();
  for (const [name, request] of chosen(wanted, requests))
    await measureRequest(stage, name, request, { url, bareUrl });
} finally {
  await stage.close();
}
