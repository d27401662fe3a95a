import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidField } from '../../common/problems/problems.js';
import { uuid } from '../../common/schemas/schemas.js';

/** The Last-Event-ID header, which clients of event streams send; an empty one says that there was no event. */
export const LastEventId = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['last-event-id'];
  if (given === undefined || given === '') return undefined;
  const parsed = uuid.safeParse(given);
  if (!parsed.success)
    throw invalidField('header/Last-Event-ID', 'invalid_format', 'must be the id of an event');
  return parsed.data;
});
