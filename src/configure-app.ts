import multipart from '@fastify/multipart';
import helmet from '@fastify/helmet';
import cors from '@fastify/cors';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import { ProblemFilter } from './common/problem.filter.js';
import { SchemaPipe } from './common/schema.pipe.js';
import { CONFIG, type Config } from './config.js';
import { serveDocument } from './swagger-ui.js';

export const maxBodyBytes = 2 * 1024 * 1024;
const requestIdPattern = /^[A-Za-z0-9._:/+=-]{1,100}$/;

/**
 * The HTTP engine: request ids, small bodies and headers, JSON only.
 * @param options.trustProxy whether the caller's address is the one that a proxy names
 */
export function httpAdapter(options: { trustProxy?: boolean } = {}): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: maxBodyBytes,
    genReqId: (request: { headers: Record<string, unknown> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : uuidv7();
    },
    routerOptions: { maxParamLength: 500 },
    trustProxy: options.trustProxy ?? false,
    requestTimeout: 120_000,
    // On shutdown, idle keep-alive connections close and requests under way end first.
    forceCloseConnections: 'idle',
  });
}

/** What the server and the tests share. */
export async function configureApp(app: NestFastifyApplication): Promise<void> {
  const config = app.get<Config>(CONFIG);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  fastify.removeContentTypeParser('text/plain');
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  if (config.CORS_ORIGINS.length > 0) {
    const origin = config.CORS_ORIGINS.includes('*') ? true : config.CORS_ORIGINS;
    await app.register(cors, {
      origin,
      exposedHeaders: ['etag', 'location', 'x-request-id', 'idempotency-replayed', 'retry-after'],
      maxAge: 600,
    });
  }
  await app.register(multipart, {
    limits: { fileSize: config.IMPORT_MAX_BYTES, files: 1, fields: 20, fieldSize: 100_000, parts: 25 },
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new SchemaPipe());
  serveDocument(app);
}
