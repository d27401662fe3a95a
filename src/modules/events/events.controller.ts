import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Caller } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import { eventStream } from '../../auth/access/endpoint-options.js';
import type { Principal } from '../../auth/access/principal.js';
import {
  eventPage,
  eventsQuery,
  eventStreamQuery,
  type EventsQuery,
  type EventStreamQuery,
} from './events.dto.js';
import { EventsService } from './events.service.js';
import { LastEventId } from './last-event-id.js';
import { EventStreams } from './streams/event-streams.js';

@ApiTags('Events')
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Endpoint({
    permission: 'events:read',
    summary: 'What happened, oldest first',
    description:
      'Nothing is left out and nothing comes twice. At the end `nextCursor` is null: ask again later with the id of the last event as `after`. Types that your role or key may not read are left out: those of orders need `stops:read` or, of a client, `orders:read`, and `client.activated` needs `clients:read` of an organization. The order is that of the changes as readers may rely on it, not that of `createdAt`: what began earlier may come later.',
    returns: 'One page of events, oldest first.',
    response: eventPage,
    errors: ['cursor_invalid', 'cursor_mismatch', 'cursor_expired'],
  })
  listEvents(@Caller() caller: Principal, @Query({ schema: eventsQuery }) query: EventsQuery) {
    return this.events.listEvents(caller, query);
  }

  @Get('stream')
  @Endpoint({
    permission: 'events:read',
    sdkName: 'openStream',
    summary: 'What happens, as it happens',
    description:
      'The same events as server-sent events (`text/event-stream`), each with its `id`, its type as `event` and itself as JSON in `data`. The stream begins now, or after the event in `Last-Event-ID`, which browsers and other clients send by themselves when they connect again. The first message has only the `id` of where it begins: what is done after it is told. It ends when the access token expires, when the caller loses its access, when the server stops, and for readers that take nothing for a while: connect again then, and nothing is missed. A comment comes every 15 seconds, so that a lost connection is noticed. The `EventSource` of browsers cannot send `Authorization`: read the stream by `fetch`, or by `events.stream()` of the SDK.',
    returns: 'Events, without end.',
    produces: eventStream,
    header: 'Last-Event-ID',
    errors: ['cursor_invalid', 'cursor_expired', 'too_many_at_once'],
  })
  streamEvents(
    @Caller() caller: Principal,
    @Query({ schema: eventStreamQuery }) { after, ...filter }: EventStreamQuery,
    @LastEventId() lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.streams.open(caller, filter, lastEventId ?? after, reply);
  }
}
