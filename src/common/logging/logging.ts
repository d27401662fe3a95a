import type { FastifyInstance } from 'fastify';
import type { Logger, Params } from 'nestjs-pino';
import { validate } from 'uuid';
import type { Config } from '../../config.js';
import { currentSpan } from '../../tracing/tracing.js';
import { logOutput } from './log-output.js';
import { isSqlState } from '../problems/outages.js';
import { atSource } from './source-places.js';

/** Structured logs without personal data, bodies, headers or queries; of errors only {@link errorSummary}. */
export function loggerOptions(config: Pick<Config, 'LOG_LEVEL'>): Params {
  return {
    pinoHttp: [
      {
        level: config.LOG_LEVEL,
        autoLogging: false,
        quietReqLogger: true,
        serializers: { err: errorSummary },
        mixin: traceOfLine,
      },
      logOutput,
    ],
  };
}

function traceOfLine(): Record<string, string> {
  const span = currentSpan();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}

/** Logs one line per request except probes: what was requested, the status, and how long it took. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url;
    if (!route?.startsWith('/health')) {
      const line = {
        requestId: request.id,
        method: request.method,
        path: loggedPath(route, request.params),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      };
      // Outages, and a server that stops, fail every request: they are logged as a whole.
      if (reply.statusCode === 500) logger.error(line, 'Request answered', 'Requests');
      else logger.log(line, 'Request answered', 'Requests');
    }
    done();
  });
}

/** The route with its ids; the rest of a path may contain a secret or personal data. */
function loggedPath(route: string | undefined, params: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  return (route ?? '…').replace(/:(\w+)|\*/g, (_, name: string | undefined) => {
    const value = values[name ?? '*'] ?? '';
    return validate(value) ? value : '…';
  });
}

const framesOf = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .join('\n');

/** What failed and where. Database errors quote the row in `detail`, so only known fields are logged. */
function errorSummary(error: Error & { code?: string; constraint?: string }) {
  const isSql = isSqlState(error.code);
  return {
    type: error.name,
    message: isSql ? 'database error' : error.message.split('\n')[0],
    code: error.code,
    constraint: error.constraint,
    stack: error.stack && atSource(framesOf(error.stack)),
  };
}
