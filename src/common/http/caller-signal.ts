import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../problems/problems.js';

/** Whether the connection ended before the whole request had arrived. */
export function wasCutOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

/** Aborts when the caller disconnects before its response is finished, to stop work nobody waits for. */
function callerSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const left = () =>
    controller.abort(problem('bad_request', 'The connection closed before the answer was ready.'));
  if (raw.destroyed) left();
  raw.once('close', () => {
    if (!raw.writableFinished) left();
  });
  return controller.signal;
}

/** The {@link callerSignal} in a controller's parameters. */
export const CallerSignal = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerSignal(context.switchToHttp().getResponse<FastifyReply>()),
);
