import multipart from '@fastify/multipart';
import helmet from '@fastify/helmet';
import cors from '@fastify/cors';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { Logger } from 'nestjs-pino';
import { logRequests } from './common/logging/logging.js';
import { ProblemFilter, problemBody, sendProblem } from './common/problems/problem.filter.js';
import { notFound, problem } from './common/problems/problems.js';
import { SchemaPipe } from './common/schemas/schema.pipe.js';
import { refuseUnstorable } from './common/schemas/storable.js';
import { CONFIG, type Config } from './config.js';
import { drainable } from './drain-http.js';
import { serveGuide } from './guide/serve-guide.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { MetricsPage } from './metrics/serving/metrics-page.js';
import { RequestMetrics } from './metrics/serving/request-metrics.js';
import { SignedBodies } from './modules/integrations/shopify/receiving/signed-bodies.js';
import { documentedWebhooks } from './modules/webhooks/webhook-document.js';
import { serveDocument } from './openapi/swagger-ui.js';
import { traceRequests } from './tracing/request-traces.js';

const maxBodyBytes = 2 * 1024 * 1024;
const requestIdPattern = /^[A-Za-z0-9._:/+=-]{1,100}$/;

/** The HTTP adapter: request ids, limits on bodies and paths, and errors before routing. */
export function httpAdapter({
  TRUST_PROXY,
  PUBLIC_URL,
}: Pick<Config, 'TRUST_PROXY' | 'PUBLIC_URL'>): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: maxBodyBytes,
    genReqId: (request: { headers: Record<string, unknown> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : uuidv7();
    },
    routerOptions: { maxParamLength: 500 },
    trustProxy: TRUST_PROXY,
    requestTimeout: 120_000,
    clientErrorHandler: (error, socket) => refuseUnreadable(error, socket, PUBLIC_URL),
    frameworkErrors: refuseUnroutable,
    // While stopping, drainable() answers with this API's own problem.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
  adapter.getInstance().decorate('publicUrl', PUBLIC_URL);
  return adapter;
}

/** Configures the app for the server and the tests. Returns the function that stops it; see {@link drainable}. */
export async function configureApp(app: NestFastifyApplication): Promise<ReturnType<typeof drainable>> {
  const config = app.get<Config>(CONFIG);
  const fastify = app.getHttpAdapter().getInstance();
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT) traceRequests(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    // Responses are private to their caller, and many contain tokens. Public ones set their own header.
    void reply.header('cache-control', 'no-store');
    // Nest parses forms wherever it parses JSON, and browsers may send forms to other origins without a preflight.
    done(
      isForm(request)
        ? problem('unsupported_media_type', 'Send `Content-Type: application/json`.')
        : undefined,
    );
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    refuseUnstorable(request);
    done();
  });
  logRequests(fastify, app.get(Logger));
  app.get(RequestMetrics).attachTo(fastify);
  app.get(IdempotencyInterceptor).attachTo(fastify);
  app.get(SignedBodies).attachTo(fastify);
  fastify.removeContentTypeParser('text/plain');
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  if (config.CORS_ORIGINS.length > 0) {
    const origin = config.CORS_ORIGINS.includes('*') ? true : config.CORS_ORIGINS;
    await app.register(cors, {
      origin,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders: [
        'etag',
        'idempotency-replayed',
        'location',
        'ratelimit',
        'ratelimit-policy',
        'retry-after',
        'x-request-id',
      ],
      maxAge: 600,
    });
  }
  // After the hooks above, so that browsers may read what a server that stops answers.
  const drain = drainable(fastify);
  await app.register(multipart, {
    limits: { fileSize: config.IMPORT_MAX_BYTES, files: 1, fields: 20, fieldSize: 100_000, parts: 25 },
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new SchemaPipe());
  serveDocument(app, config, documentedWebhooks);
  serveGuide(app);
  app.get(MetricsPage).attachTo(fastify);
  // Loaded only where it is wanted: it costs memory and time at the start.
  if (config.QUEUE_BOARD) (await import('./queue-board/serve-queue-board.js')).serveQueueBoard(app, config);
  return drain;
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded') ?? false;
}

/** Answers paths that the router cannot parse. A parameter that is too long matches nothing, so it is a 404. */
function refuseUnroutable(
  error: Error & { code: string },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const found =
    error.code === 'FST_ERR_MAX_PARAM_LENGTH'
      ? notFound()
      : problem('bad_request', 'The path could not be read; percent-encode it as UTF-8.');
  void reply.header('x-request-id', request.id);
  sendProblem(request, reply, found);
}

/** Answers requests that Node cannot parse with a problem too, then closes the connection. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket, publicUrl: string): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const found =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? problem('headers_too_large', 'The path and headers together may have 16 KiB.')
      : problem('bad_request', 'This is not an HTTP request that can be read.');
  const [requestId, reason] = [
    uuidv7(),
    found.status === 431 ? 'Request Header Fields Too Large' : 'Bad Request',
  ];
  const body = JSON.stringify(problemBody(found, requestId, publicUrl));
  socket.end(
    [
      `HTTP/1.1 ${found.status} ${reason}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
