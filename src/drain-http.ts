import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { problemBody } from './common/problems/problem.filter.js';
import { problem } from './common/problems/problems.js';

/** How often idle connections are closed while draining. */
const sweepMilliseconds = 100;
/** How long the first request on a connection may be under way to the server when the stop begins. */
const firstRequestMilliseconds = 500;

/**
 * Returns a function that stops the HTTP server: it stops listening, lets requests under way finish, answers new
 * ones on open connections with 503, and closes idle connections, also those on which nothing was ever asked. After
 * `milliseconds` it closes the others too, and returns how many these were.
 */
export function drainable(fastify: FastifyInstance): (milliseconds: number) => Promise<number> {
  let isDraining = false;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isDraining) return done();
    const stopping = problem('unavailable', 'This server is stopping. Try again in a few seconds.');
    void reply
      .headers({ connection: 'close', 'retry-after': '2' })
      .status(stopping.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(stopping, request.id, fastify.publicUrl)));
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isDraining) void reply.header('connection', 'close');
    done(null, payload);
  });

  const { server } = fastify;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Browsers open connections ahead of need. To Node, one on which nothing came yet is not idle.
  const closeUnused = () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };

  return async (milliseconds) => {
    isDraining = true;
    let isClosed = false;
    const closed = fastify.close().then(() => (isClosed = true));
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMilliseconds);
    const sweepUnused = setTimeout(closeUnused, firstRequestMilliseconds);
    try {
      await Promise.race([closed, delay(milliseconds, undefined, { ref: false })]);
      const left = isClosed
        ? 0
        : await new Promise<number>((resolve) => server.getConnections((_, n) => resolve(n)));
      server.closeAllConnections();
      await closed;
      return left;
    } finally {
      clearInterval(sweep);
      clearTimeout(sweepUnused);
    }
  };
}
