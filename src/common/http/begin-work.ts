import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** To be called before the first change, and after what takes long. */
export type BeginWork = () => Promise<void>;

/**
 * In the parameters of a handler whose endpoint `asksFirst`: with an Idempotency-Key it opens the transaction that all
 * later work of the request joins, so that none is open while another system is asked.
 */
export const BeginsWork = createParamDecorator((_: unknown, context: ExecutionContext): BeginWork => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { beginWork?: BeginWork }>();
  return async () => request.beginWork?.();
});
