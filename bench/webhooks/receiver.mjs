/** Takes webhooks and tells how long they took since their event's transaction; one path is never answered. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 15_000;
/** What a process that has just started still compiles; it is told by itself. */
const coldMilliseconds = 3_000;

const [{ hanging }] = await once(process, 'message');
const [cold, warm] = [[], []];
let begun;
const server = createServer((request, response) => {
  if (request.url === hanging) return void request.resume();
  let body = '';
  request.setEncoding('utf8').on('data', (piece) => (body += piece));
  request.on('end', () => {
    const now = Date.now();
    begun ??= now;
    (now - begun < coldMilliseconds ? cold : warm).push(now - Date.parse(JSON.parse(body).timestamp));
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send(`http://127.0.0.1:${server.address().port}`);

const [{ wanted }] = await once(process, 'message');
const deadline = performance.now() + patienceMilliseconds;
const count = () => cold.length + warm.length;
while (count() < wanted && performance.now() < deadline) await delay(50);
const at = (latencies, share) => {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const [p50, p95, p99, slowest] = [0.5, 0.95, 0.99, 1].map((share) => at(warm, share));
process.send({ count: count(), p50, p95, p99, slowest, coldP95: at(cold, 0.95) });
