import {
  Inject,
  Injectable,
  Logger,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { setTimeout as delay } from 'node:timers/promises';
import { ENDPOINT, takesIdempotencyKey, type EndpointOptions } from '../auth/access/endpoint-options.js';
import { tenantKey, type Principal } from '../auth/access/principal.js';
import { currentContext, type SharedWork } from '../common/http/request-context.js';
import { KeptAnswer } from '../common/problems/problem.filter.js';
import { invalidField, problem } from '../common/problems/problems.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { SharedWorkUndone } from '../database/tenancy/shared-transaction.js';
import type { UnitOfWork } from '../database/tenancy/unit-of-work.js';
import { uploadContent } from '../files/multipart-upload.js';
import {
  IdempotencyStore,
  leaseSeconds,
  maxKeyLength,
  type Answer,
  type Claim,
  type Claimed,
} from './idempotency-store.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set until the request is answered. */
    claim?: Claim & { isUpload: boolean };
    /** Opens the transaction of a request that asks another system first. */
    beginWork?: () => Promise<void>;
  }
}

/** How long an answer waits for its key to be free again. */
const releaseMilliseconds = 2_000;
const keptHeaders = ['content-type', 'etag', 'location'];
/** The request was invalid and did nothing: a corrected one may reuse the key. */
const notKept = new Set([400, 413, 415, 429]);

const inFlight = () =>
  problem('idempotency_in_flight', 'Ask again in a moment for its answer.', undefined, {
    'retry-after': '1',
  });
const mismatch = () =>
  problem(
    'idempotency_mismatch',
    'This Idempotency-Key came with another request before. Make a new key for every new request.',
  );

/**
 * Makes POST requests with an `Idempotency-Key` take effect once: all their work is one transaction, which
 * also stores the response. Public operations are excluded: they have no tenant to scope keys by, and their
 * responses contain tokens.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(IdempotencyInterceptor.name);

  constructor(
    private readonly reflector: Reflector,
    private readonly db: Database,
    private readonly store: IdempotencyStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const endpoint = this.reflector.get<EndpointOptions>(ENDPOINT, execution.getHandler());
    if (key === undefined || !request.user || !takesIdempotencyKey(request.method, endpoint))
      return next.handle();
    if (typeof key !== 'string' || key.length === 0 || key.length > maxKeyLength) {
      const detail = `may have 1 to ${maxKeyLength} characters`;
      throw invalidField('header/Idempotency-Key', 'invalid_length', detail);
    }
    const isUpload = endpoint.upload !== undefined;
    const same = identityOf(request, request.user, isUpload);
    const found = await this.store.claim(tenantKey(request.user.scope), key, same);
    if (found.state !== 'claimed') throw await this.answerAgain(found, request);
    const claim = (request.claim = { ...found.claim, isUpload });
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const handle = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.once(claim, request, reply, endpoint, handle));
  }

  /**
   * Stores error responses as they are sent: nothing was done, so there is no transaction to store them in.
   */
  attachTo(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async (request, reply, payload) => {
      const { claim } = request;
      if (!claim) return payload;
      request.claim = undefined;
      await this.settle(claim, reply, payload).catch((error: unknown) =>
        this.logger.warn(
          { err: error, requestId: request.id },
          'An answer could not be kept for its idempotency key',
        ),
      );
      return payload;
    });
  }

  /** Does the work of a request and keeps its answer, both or none. */
  private async once(
    claim: NonNullable<FastifyRequest['claim']>,
    request: FastifyRequest,
    reply: FastifyReply,
    options: EndpointOptions,
    handle: () => Promise<unknown>,
  ): Promise<Buffer | undefined> {
    const renewal = this.renewing(claim);
    try {
      const answer = options.sharesWork
        ? await this.inShared(claim, reply, handle)
        : await this.inOwn(claim, request, reply, options, handle);
      request.claim = undefined;
      return answer.body.length > 0 ? answer.body : undefined;
    } finally {
      clearInterval(renewal);
    }
  }

  /** In its own transaction; an upload's begins once it is received, others' when they say so. */
  private async inOwn(
    claim: NonNullable<FastifyRequest['claim']>,
    request: FastifyRequest,
    reply: FastifyReply,
    { asksFirst = false }: EndpointOptions,
    handle: () => Promise<unknown>,
  ): Promise<Answer> {
    let unit: UnitOfWork | undefined;
    try {
      if (claim.isUpload) {
        request.uploadReceived = async (content) => {
          claim.content = content;
          unit = await this.db.openUnit();
        };
      } else if (asksFirst) {
        request.beginWork = async () => {
          unit ??= await this.db.openUnit();
        };
      } else unit = await this.db.openUnit();
      const answer = answerOf(reply, await handle());
      if (!unit) throw notBegun();
      if (!(await this.store.keepWithWork(unit.em, claim, answer))) throw inFlight();
      await unit.commit();
      return answer;
    } catch (error) {
      await unit?.rollback().catch((lost: unknown) => this.logger.warn({ err: lost }, 'A rollback failed'));
      throw error;
    }
  }

  /** In a transaction that others may share; once more by itself where that fails. */
  private async inShared(
    claim: Claim,
    reply: FastifyReply,
    handle: () => Promise<unknown>,
    isAlone = false,
  ): Promise<Answer> {
    const shared: SharedWork = (currentContext()!.shared = { isAlone });
    try {
      const answer = answerOf(reply, await handle());
      if (!shared.transaction) throw notBegun();
      if (!(await this.store.keepWithShared(shared.transaction, claim, answer))) throw inFlight();
      return answer;
    } catch (error) {
      shared.transaction?.leave(error);
      if (error instanceof SharedWorkUndone) return this.inShared(claim, reply, handle, true);
      throw error;
    }
  }

  private async answerAgain(
    found: Exclude<Claimed, { state: 'claimed' }>,
    request: FastifyRequest,
  ): Promise<Error> {
    if (found.state === 'mismatch') return mismatch();
    if (found.state === 'in_flight') return inFlight();
    const { status, headers, body, content } = found;
    if (content && !content.equals(await uploadContent(request, this.config.IMPORT_MAX_BYTES)))
      return mismatch();
    const again = { ...headers, 'idempotency-replayed': 'true' };
    return new KeptAnswer(status, again, body.length > 0 ? body : undefined);
  }

  private async settle(
    claim: NonNullable<FastifyRequest['claim']>,
    reply: FastifyReply,
    payload: unknown,
  ): Promise<void> {
    const unread = claim.isUpload && !claim.content;
    const lost = reply.statusCode >= 500 || notKept.has(reply.statusCode);
    if (unread || lost || typeof payload !== 'string') {
      // Without a database the key is free again when its lease ends; the answer need not wait for that.
      const late = delay(releaseMilliseconds, undefined, { ref: false });
      return Promise.race([this.store.release(claim), late]);
    }
    await this.store.keep(claim, { ...headOf(reply), body: Buffer.from(payload) });
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

const notBegun = () => new Error('A request was answered without having begun its work');

/** The stored bytes are exactly those that are sent. */
function answerOf(reply: FastifyReply, result: unknown): Answer {
  if (result instanceof StreamableFile) throw new Error('A stream cannot be kept for an idempotency key');
  if (result === undefined || result === null) return { ...headOf(reply), body: Buffer.alloc(0) };
  void reply.type('application/json; charset=utf-8');
  return { ...headOf(reply), body: Buffer.from(JSON.stringify(result)) };
}

function headOf(reply: FastifyReply): Omit<Answer, 'body'> {
  const headers = keptHeaders.flatMap((name) => {
    const value = reply.getHeader(name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { status: reply.statusCode, headers: Object.fromEntries(headers) };
}

/**
 * What must match for a request to count as a repeat; an upload's content, not yet received, is compared
 * separately. Requests about a person's own data also include the person.
 */
function identityOf(request: FastifyRequest, principal: Principal, isUpload: boolean): string {
  const person = request.url.startsWith('/v1/me') && principal.kind === 'user' ? principal.userId : '';
  const body = isUpload ? null : (request.body ?? null);
  return JSON.stringify([request.method, request.url, person, body]);
}
