import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { tenantKey, type Principal } from '../auth/principal.js';
import { KeptAnswer } from '../common/problem.filter.js';
import { problem } from '../common/problems.js';
import { IdempotencyStore, leaseSeconds, type Claim } from './idempotency-store.js';

declare module 'fastify' {
  interface FastifyRequest {
    idempotency?: { claim: Claim; renewal: NodeJS.Timeout };
  }
}

const maxKeyLength = 255;
const keptHeaders = ['content-type', 'etag', 'location'];
/** The request was not valid and did nothing: a corrected one may use the key. */
const notKept = new Set([400, 413, 415, 429]);

/**
 * Makes POST requests with an `Idempotency-Key` happen once. Public operations have no tenant to tell keys apart
 * by, and their answers carry tokens: they do not take part.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(IdempotencyInterceptor.name);

  constructor(private readonly store: IdempotencyStore) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.user) return next.handle();
    if (typeof key !== 'string' || key.length === 0 || key.length > maxKeyLength) {
      throw problem('validation_failed', `Idempotency-Key may have 1 to ${maxKeyLength} characters.`, [
        { pointer: 'header/Idempotency-Key', code: 'invalid_length', detail: 'has no fitting length' },
      ]);
    }
    const found = await this.store.claim(tenantKey(request.user.scope), key, hashOf(request, request.user));
    switch (found.state) {
      case 'mismatch':
        throw problem(
          'idempotency_mismatch',
          'This Idempotency-Key came with another request before. Make a new key for every new request.',
        );
      case 'in_flight':
        throw problem('idempotency_in_flight', 'Ask again in a moment for its answer.', undefined, {
          'retry-after': '1',
        });
      case 'answered':
        throw new KeptAnswer(
          found.status,
          { ...found.headers, 'idempotency-replayed': 'true' },
          found.body.length > 0 ? found.body : undefined,
        );
      case 'claimed':
        request.idempotency = { claim: found.claim, renewal: this.renewing(found.claim) };
        return next.handle();
    }
  }

  /** Keeps answers as they go out, errors among them. */
  attachTo(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async (request, reply, payload) => {
      if (!request.idempotency) return payload;
      const { claim, renewal } = request.idempotency;
      request.idempotency = undefined;
      clearInterval(renewal);
      await this.settle(claim, reply, payload).catch((error: unknown) =>
        this.logger.warn(
          { err: error, requestId: request.id },
          'An answer could not be kept for its idempotency key',
        ),
      );
      return payload;
    });
  }

  private async settle(claim: Claim, reply: FastifyReply, payload: unknown): Promise<void> {
    const body = bytesOf(payload);
    if (!body || reply.statusCode >= 500 || notKept.has(reply.statusCode)) return this.store.release(claim);
    const headers = keptHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    await this.store.keep(claim, { status: reply.statusCode, headers: Object.fromEntries(headers), body });
  }

  private renewing(claim: Claim): NodeJS.Timeout {
    const renew = () =>
      void this.store
        .renew(claim)
        .catch((error: unknown) =>
          this.logger.warn({ err: error }, 'An idempotency claim could not be renewed'),
        );
    return setInterval(renew, (leaseSeconds / 3) * 1000).unref();
  }
}

/**
 * What has to be the same for a request to be the same. An upload is told by its size, as it is still to come;
 * what belongs to a person, not to their team, also by the person.
 */
function hashOf(request: FastifyRequest, principal: Principal): Buffer {
  const isUpload = request.headers['content-type']?.startsWith('multipart/') ?? false;
  const body = isUpload ? request.headers['content-length'] : JSON.stringify(request.body);
  const person = request.url.startsWith('/v1/me') && principal.kind === 'user' ? principal.userId : '';
  return createHash('sha256')
    .update(JSON.stringify([request.method, request.url, person, isUpload, body ?? '']))
    .digest();
}

function bytesOf(payload: unknown): Buffer | undefined {
  if (payload === undefined || payload === null) return Buffer.alloc(0);
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : undefined;
}
