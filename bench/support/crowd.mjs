/**
 * One tenant's flood, in a process of its own so that whoever measures beside it is not slowed by sending it:
 * bombs and large imports, previews all at once, and downloads over and over until told to stop.
 */
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { call } from './server.mjs';

const [{ url, token, large, bomb, rejected }] = await once(process, 'message');
const answers = {};
const flood = new AbortController();
process.once('message', () => flood.abort());

const downloads = Array.from({ length: 8 }, async () => {
  while (!flood.signal.aborted)
    await answered('downloads', 'GET', `/v1/order-imports/${rejected}/rejected-rows`);
});
for (const path of [bomb, bomb, bomb, large, large, large])
  await call(url, 'POST', '/v1/order-imports', { token, body: await form(path) });
const previews = Array.from({ length: 24 }, async () =>
  answered('previews', 'POST', '/v1/order-imports/preview', await form(large)),
);
process.send('flooding');
await Promise.all([...downloads, ...previews]);
process.send(answers);
process.disconnect();

async function form(path) {
  const body = new FormData();
  body.append('file', await openAsBlob(path), path.split('/').at(-1));
  return body;
}

async function answered(what, method, path, body) {
  let status;
  try {
    const answer = await fetch(url + path, { method, headers: { authorization: `Bearer ${token}` }, body });
    await answer.arrayBuffer();
    status = answer.status;
  } catch {
    status = 'cut'; // Rejected before its body was read.
  }
  answers[`${what} ${status}`] = (answers[`${what} ${status}`] ?? 0) + 1;
  if (status === 429) await delay(200);
}
