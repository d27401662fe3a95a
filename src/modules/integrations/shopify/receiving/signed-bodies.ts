import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { problem } from '../../../../common/problems/problems.js';
import { CONFIG, type Config } from '../../../../config.js';
import { shopifyHeader } from './webhook-headers.js';
import { isSigned } from './webhook-signature.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes of a webhook, once its signature was found right. */
    signedBody?: Buffer;
  }
}

export const webhooksPath = '/v1/integrations/shopify/webhooks';
/** More than an order with hundreds of lines has. What is refused for its size would come again and again. */
const maxBytes = 5 * 1024 * 1024;

/** Lets through to the route of Shopify's webhooks only what is signed, before anything reads it. */
@Injectable()
export class SignedBodies {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Hooks onto that route alone: no other request pays for it. */
  attachTo(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (route) => {
      if (route.url !== webhooksPath) return;
      route.bodyLimit = maxBytes;
      route.preParsing = async (request, reply, payload) => {
        // What is left unread of a body that is refused must not be taken for the next request.
        void reply.header('connection', 'close');
        request.signedBody = await this.signed(request, payload);
        void reply.removeHeader('connection');
        return standIn(request.signedBody.length);
      };
    });
  }

  /** @throws Problem `shopify_signature_invalid`, also where no app is configured; `too_large` */
  private async signed(request: FastifyRequest, payload: AsyncIterable<Buffer>): Promise<Buffer> {
    const signature = shopifyHeader(request.headers, 'hmac-sha256');
    const { SHOPIFY_APP } = this.config;
    if (signature === undefined || !SHOPIFY_APP) throw problem('shopify_signature_invalid');
    const body = await read(payload);
    if (!isSigned(body, signature, SHOPIFY_APP.secret)) throw problem('shopify_signature_invalid');
    return body;
  }
}

async function read(payload: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of payload) {
    size += piece.length;
    if (size > maxBytes) throw problem('too_large', 'A webhook may have 5 MiB.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Fastify parses this instead: the handler reads the signed bytes themselves, whatever is in them. */
function standIn(length: number): Readable & { receivedEncodedLength: number } {
  return Object.assign(Readable.from([Buffer.from('{}')]), { receivedEncodedLength: length });
}
