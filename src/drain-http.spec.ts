import Fastify from 'fastify';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { drainable } from './drain-http.js';

const patience = 5_000;

it('closes connections on which nothing was asked, and finishes those on which something was', async () => {
  const fastify = Fastify({ forceCloseConnections: 'idle' });
  const drain = drainable(fastify);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  fastify.get('/', () => (asked.resolve(), answer.promise));
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  const { port } = fastify.server.address() as AddressInfo;
  const silent = connect(port, '127.0.0.1');
  const accepted = once(fastify.server, 'connection');
  await Promise.all([once(silent, 'connect'), accepted]);
  const response = fetch(`http://127.0.0.1:${port}/`);
  await asked.promise;
  const drained = drain(patience);
  await once(silent, 'close');
  answer.resolve('in the end');
  expect(await (await response).text()).toBe('in the end');
  expect(await drained).toBe(0);
});
