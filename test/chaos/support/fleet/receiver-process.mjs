/** Takes webhooks, checks their signatures and remembers what came, for {@link Receiver}. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** By the path of each endpoint. */
const secrets = new Map();
const seen = new Map();
let forged = 0;

const server = createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    response.writeHead(take(request, Buffer.concat(pieces).toString()) ? 204 : 400).end();
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

process.on('message', ({ path, secret }) => {
  if (path) secrets.set(path, new Webhook(secret));
  process.send({ port: server.address().port, forged, seen: [...seen.values()] });
});
process.once('disconnect', () => process.exit());

function take({ url: path, headers }, body) {
  const id = headers['webhook-id'];
  try {
    const { data } = secrets.get(path).verify(body, headers);
    const known = seen.get(`${path} ${id}`) ?? { path, id, event: data.id, times: 0 };
    known.times += 1;
    seen.set(`${path} ${id}`, known);
    return true;
  } catch {
    forged += 1;
    return false;
  }
}
