/** Takes webhooks and tells how long they took since their event's transaction; one path is never answered. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 15_000;

const [{ hanging }] = await once(process, 'message');
const latencies = [];
const server = createServer((request, response) => {
  if (request.url === hanging) return void request.resume();
  let body = '';
  request.setEncoding('utf8').on('data', (piece) => (body += piece));
  request.on('end', () => {
    latencies.push(Date.now() - Date.parse(JSON.parse(body).timestamp));
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send(`http://127.0.0.1:${server.address().port}`);

const [{ wanted }] = await once(process, 'message');
const deadline = performance.now() + patienceMilliseconds;
while (latencies.length < wanted && performance.now() < deadline) await delay(50);
latencies.sort((a, b) => a - b);
const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
process.send({ count: latencies.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), slowest: at(1) });
