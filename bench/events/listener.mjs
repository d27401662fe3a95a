/** The readers: opens the streams it is told, and tells how long events took to come, by their `createdAt`. */
import { once } from 'node:events';
import { request } from 'node:http';

const [streams] = await once(process, 'message');
const latencies = [];
let ended = 0;

const mark = '"createdAt":"';
const timeLength = '2026-01-01T00:00:00.000Z'.length;

async function open({ url, token }) {
  const asked = request(`${url}/v1/events/stream`, {
    agent: false,
    headers: { authorization: `Bearer ${token}` },
  }).end();
  const [response] = await once(asked, 'response');
  if (response.statusCode !== 200) throw new Error(`A stream was answered ${response.statusCode}`);
  let rest = '';
  response.setEncoding('utf8').on('data', (text) => {
    const now = Date.now();
    rest += text;
    const end = rest.lastIndexOf('\n\n');
    if (end === -1) return;
    for (let at = rest.indexOf(mark); at !== -1 && at < end; at = rest.indexOf(mark, at + 1)) {
      const time = rest.slice(at + mark.length, at + mark.length + timeLength);
      latencies.push(now - Date.parse(time));
    }
    rest = rest.slice(end + 2);
  });
  response.once('close', () => (ended += 1));
  await once(response, 'data');
}

for (let n = 0; n < streams.length; n += 20) await Promise.all(streams.slice(n, n + 20).map(open));
process.send('listening');
await once(process, 'message');
latencies.sort((a, b) => a - b);
const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
process.send({ count: latencies.length, p50: at(0.5), p99: at(0.99), slowest: at(1), ended });
