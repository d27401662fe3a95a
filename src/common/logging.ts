import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config.js';

/** Structured logs: method, path without query, status and time; no bodies, no headers, nobody's data. */
export function loggerOptions(config: Pick<Config, 'LOG_LEVEL'>): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      genReqId: (request: IncomingMessage) => (request as { id?: string }).id ?? '',
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
          id,
          method,
          path: pathOf(url),
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: errorSummary,
      },
      autoLogging: { ignore: (request) => request.url?.startsWith('/health') ?? false },
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    },
  };
}

/** Tracking and download links carry their secret in the path. */
function pathOf(url: string): string {
  return url.split('?')[0]!.replace(/[A-Za-z0-9_-]{40,}/g, '…');
}

/** What went wrong and where. Database errors quote the row in `detail`, so only known fields pass. */
function errorSummary(error: Error & { code?: string; constraint?: string }) {
  const isSql = typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code);
  return {
    type: error.name,
    message: isSql ? 'database error' : error.message.split('\n')[0],
    code: error.code,
    constraint: error.constraint,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12)
      .join('\n'),
  };
}
