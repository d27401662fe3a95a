import type { FastifyInstance } from 'fastify';
import { setTimeout as delay } from 'node:timers/promises';
import { problemBody } from './common/problems/problem.filter.js';
import { problem } from './common/problems/problems.js';

/** How often idle connections are closed while draining. */
const sweepMilliseconds = 100;

/**
 * Returns a function that stops the HTTP server: it stops listening, lets requests under way finish, answers new
 * ones on open connections with 503, and closes idle connections. After `milliseconds` it closes the others too,
 * and returns how many these were.
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

  return async (milliseconds) => {
    isDraining = true;
    const { server } = fastify;
    let isClosed = false;
    const closed = fastify.close().then(() => (isClosed = true));
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMilliseconds);
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
    }
  };
}
