import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { wasCutOff } from '../http/caller-signal.js';
import { OutageLog } from '../logging/outage-log.js';
import { outageOf } from './outages.js';
import { Problem, problem, problemCatalogue, problemUrl } from './problems.js';

/** Turns every error into `application/problem+json`; unknown errors become a plain 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);
  private readonly outages = new OutageLog(this.logger);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (error instanceof KeptAnswer) {
      void reply.status(error.status).headers(error.headers).send(error.body);
      return;
    }
    const found = toProblem(error);
    if (found.status >= 500 && !wasCutOff(request)) this.log(found, error, request.id);
    sendProblem(request, reply, found);
  }

  private log({ code }: Problem, error: unknown, requestId: string): void {
    if (code === 'internal_error') this.logger.error({ err: error, requestId }, 'Request failed');
    else this.outages.note(error, requestId);
  }
}

/** Thrown to send a stored response again. */
export class KeptAnswer extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
    readonly body: Buffer | undefined,
  ) {
    super('Answered before');
  }
}

/** Basic works too but is not offered: browsers would open their password prompt. */
function challenge({ code }: Problem): string {
  return code === 'token_invalid'
    ? 'Bearer realm="waybill", error="invalid_token"'
    : 'Bearer realm="waybill"';
}

/** Answers with a problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, found: Problem): void {
  if (found.status === 401) void reply.header('www-authenticate', challenge(found));
  void reply
    .headers(found.headers)
    .status(found.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(found, request.id, request.server.publicUrl)));
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Where browsers reach this API, without a trailing slash. */
    publicUrl: string;
  }
}

/** The wire form of a problem. @param publicUrl where this server explains it */
export function problemBody(found: Problem, requestId: string, publicUrl: string) {
  return {
    type: problemUrl(found.code, publicUrl),
    title: problemCatalogue[found.code].title,
    status: found.status,
    detail: found.detail,
    code: found.code,
    requestId,
    ...(found.errors && { errors: found.errors }),
  };
}

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof OptimisticLockError) return problem('stale_version');
  const outage = outageOf(error);
  if (outage) return outage;
  const { statusCode } = error as { statusCode?: number };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  switch (status) {
    case 400:
      // Nest passes on the messages of Fastify's errors only, not their codes.
      if (/body cannot be empty/i.test((error as Error).message))
        return problem(
          'malformed_json',
          'The content type says JSON but the body is empty. Send a body, or leave the content type out.',
        );
      return (error as Error).name === 'SyntaxError' || /JSON|proto/i.test((error as Error).message)
        ? problem(
            'malformed_json',
            'The body could not be read as JSON. Check its quotes, commas and brackets.',
          )
        : problem('bad_request', 'The request could not be read.');
    case 401:
      return problem('authentication_required');
    case 404:
      return problem('not_found', 'Nothing answers this method and path. `/docs` lists what does.');
    case 413:
      return problem('too_large', 'The request is larger than this endpoint accepts.');
    case 415:
      return problem(
        'unsupported_media_type',
        'Send `Content-Type: application/json`, or multipart/form-data for files.',
      );
    default:
      return status && status >= 400 && status < 500
        ? problem('bad_request', 'The request could not be read.')
        : problem('internal_error', 'It has been logged; give us the request id if it happens again.');
  }
}
