/** The floor: the same bytes to the same streams, from a process that only remembers who listens. */
import { createServer } from 'node:http';

const streams = new Map();
const filling = 'x'.repeat(380);

const server = createServer((request, response) => {
  const team = request.headers.authorization;
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    streams.set(team, [...(streams.get(team) ?? []), response]);
    return;
  }
  request.resume();
  const data = JSON.stringify({ createdAt: new Date().toISOString(), filling });
  for (const stream of streams.get(team) ?? [])
    stream.write(`id: 1\nevent: order.created\ndata: ${data}\n\n`);
  response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
});
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
