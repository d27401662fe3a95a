import type { FastifyInstance, FastifyRequest } from 'fastify';
import { startSpan, within, type Span } from './tracing.js';

/** Asked for by machines, again and again. */
const unwatched = /^\/(health|metrics)\b/;

/** Makes every request a span, in the caller's trace where it names one. */
export function traceRequests(fastify: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { method, headers, id: requestId } = request;
    const route = request.routeOptions.url;
    if (route && unwatched.test(route)) return done();
    const span = startSpan(route ? `${method} ${route}` : method, {
      kind: 'server',
      parent: typeof headers.traceparent === 'string' ? headers.traceparent : null,
      requestId,
      attributes: { 'http.request.method': method, ...(route && { 'http.route': route }) },
    });
    if (!span) return done();
    spans.set(request, span);
    within(span, done);
  });
  // Reading the body has left the context of the first hook.
  fastify.addHook('preHandler', (request, _reply, done) => resume(request, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.set({ 'http.response.status_code': reply.statusCode });
    span?.end(reply.statusCode >= 500 ? { name: String(reply.statusCode) } : undefined);
    resume(request, done);
  });

  function resume(request: FastifyRequest, done: () => void): void {
    const span = spans.get(request);
    if (span) within(span, done);
    else done();
  }
}
