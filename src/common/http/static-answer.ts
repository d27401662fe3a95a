import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileAnswer } from './byte-ranges.js';

const isText = /^(?:text\/|application\/json|image\/svg\+xml)/;

/** What is answered under a path, always the same while a server runs. */
export class StaticAnswer {
  readonly body: Buffer;
  private readonly hash: string;
  private packed?: Buffer;

  constructor(
    content: string | Buffer,
    readonly type: string,
    /** The Content-Security-Policy of a page. */
    readonly policy?: string,
  ) {
    this.body = Buffer.from(content as string);
    this.hash = createHash('sha256').update(this.body).digest('base64url').slice(0, 22);
  }

  /** Whether it is worth packing: pictures are packed as they are. */
  get isText(): boolean {
    return isText.test(this.type);
  }

  /** Made when somebody takes it. */
  get gzipped(): Buffer {
    return (this.packed ??= gzipSync(this.body));
  }

  /** A strong ETag of the one form or the other. */
  etag(isPacked: boolean): string {
    return `"${this.hash}${isPacked ? '-gzip' : ''}"`;
  }
}

/** Answers with it as it is or packed, or that the caller has it. */
export function sendStatic({ headers }: FastifyRequest, reply: FastifyReply, answer: StaticAnswer) {
  const isPacked = answer.isText && /\bgzip\b/.test(String(headers['accept-encoding']));
  const body = isPacked ? answer.gzipped : answer.body;
  const etag = answer.etag(isPacked);
  void reply.headers({ etag, 'cache-control': 'public, max-age=0' });
  if (answer.isText) {
    const others = reply.getHeader('vary');
    void reply.header('vary', [others, 'accept-encoding'].filter(Boolean).join(', '));
  }
  const asked = { 'if-none-match': headers['if-none-match'] };
  if (fileAnswer({ size: body.length, etag }, asked).status === 304) return reply.status(304).send();
  if (isPacked) void reply.header('content-encoding', 'gzip');
  if (answer.policy) void reply.header('content-security-policy', answer.policy);
  return reply.type(answer.type).send(body);
}
