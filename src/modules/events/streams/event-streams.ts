import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomInt } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { eventStream } from '../../../auth/access/endpoint-options.js';
import { mayDo, tenantKey, type Principal } from '../../../auth/access/principal.js';
import { Principals } from '../../../auth/access/principals.js';
import { outsideContext } from '../../../common/http/request-context.js';
import { CONFIG, type Config } from '../../../config.js';
import { SystemSql } from '../../../database/tenancy/system-sql.js';
import { eventStreams, showEventLag } from '../../../metrics/measures.js';
import { feedEventTypes } from '../event-map.js';
import { EventPositions } from '../event-positions.js';
import { teamsWithNews } from '../events.queries.js';
import { EventChannel } from './event-channel.js';
import { EventHints, someClients, type EventHint } from './event-hints.js';
import { EventListener, typesFor, type EventFilter } from './event-listener.js';
import { EventReader } from './event-reader.js';
import { StreamPlaces } from './stream-places.js';

/** How often channels are looked over for events whose hint was lost. */
const lookMilliseconds = 1_000;
const standingMilliseconds = 3_000;
const heartbeatMilliseconds = 15_000;

const streamHeaders = {
  'content-type': `${eventStream}; charset=utf-8`,
  'x-accel-buffering': 'no',
  // Nothing follows a stream; an idle connection would hold up a server that stops.
  connection: 'close',
};

const stops = 'The server stops; connect again and go on from your last event.';
const ended = 'Your access to this team has ended.';
const expired = 'The access token has expired; connect again with a new one and go on from your last event.';

/** All open streams of this process, by team. */
@Injectable()
export class EventStreams implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(EventStreams.name);
  private readonly channels = new Map<string, EventChannel>();
  private readonly listeners = new Set<EventListener>();
  private readonly places: StreamPlaces;
  private timers?: NodeJS.Timeout[];
  private hideLag?: () => void;
  private isStopping = false;

  constructor(
    private readonly reader: EventReader,
    private readonly positions: EventPositions,
    private readonly hints: EventHints,
    private readonly principals: Principals,
    private readonly sql: SystemSql,
    private readonly http: HttpAdapterHost,
    @Inject(CONFIG) config: Config,
  ) {
    this.places = new StreamPlaces({
      caller: config.EVENT_STREAMS_PER_CALLER,
      team: config.EVENT_STREAMS_PER_TEAM,
    });
  }

  /** A server that stops ends its streams first: they would go on for ever. */
  onModuleInit(): void {
    const fastify = this.http.httpAdapter?.getInstance<FastifyInstance>() as FastifyInstance | undefined;
    fastify?.addHook('preClose', (done) => {
      this.isStopping = true;
      for (const listener of this.listeners) listener.end(stops);
      done();
    });
  }

  onApplicationShutdown(): void {
    this.hideLag?.();
    for (const timer of this.timers ?? []) clearInterval(timer);
  }

  /**
   * Answers with a stream of events, from the one after `after`, or from now.
   * @throws Problem `cursor_invalid`, `cursor_expired`, `too_many_at_once`
   */
  async open(
    caller: Principal,
    filter: EventFilter,
    after: string | undefined,
    reply: FastifyReply,
  ): Promise<void> {
    const giveBack = this.places.take(caller);
    try {
      const start = await this.startOf(caller, filter, after);
      outsideContext(() => this.start());
      void reply.headers(streamHeaders);
      const response = reply.hijack().raw;
      const listener = new EventListener(caller, filter, start, response);
      const leave = () => (giveBack(), this.leave(listener));
      response.on('error', () => undefined).once('close', leave);
      if (response.destroyed) return leave();
      response.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
      if (reply.request.method === 'HEAD') return void response.end();
      // The readers of a server that stopped do not all come back in the same moment.
      response.write(`retry: ${randomInt(1_000, 3_000)}\nid: ${start.id}\n\n`);
      if (this.isStopping) return listener.end(stops);
      this.listeners.add(listener);
      eventStreams.inc();
      void this.channelOf(caller).follow(listener);
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  private startOf(caller: Principal, { types, orderId }: EventFilter, after: string | undefined) {
    if (after === undefined) return this.positions.newest();
    return this.positions.of(after, { types: typesFor(caller, types), orderId });
  }

  private leave(listener: EventListener): void {
    const team = tenantKey(listener.caller.scope);
    if (this.listeners.delete(listener)) eventStreams.dec();
    this.channels.get(team)?.leave(listener);
    if (this.places.of(team) === 0) this.channels.delete(team);
  }

  private channelOf({ scope }: Principal): EventChannel {
    const team = tenantKey(scope);
    let channel = this.channels.get(team);
    if (!channel) this.channels.set(team, (channel = new EventChannel(scope, this.reader)));
    return channel;
  }

  /** With the first stream; a process without any does not listen. */
  private start(): void {
    if (this.timers) return;
    this.hideLag = showEventLag('streams', () =>
      Math.max(0, ...[...this.channels.values()].map((channel) => channel.lagSeconds)),
    );
    this.hints.listen(
      (hint) => this.wake(hint),
      () => void this.look(),
    );
    this.timers = [
      setInterval(() => void this.look(), lookMilliseconds),
      setInterval(() => void this.checkStanding(), standingMilliseconds),
      setInterval(() => this.beat(), heartbeatMilliseconds),
    ].map((timer) => timer.unref());
  }

  private wake({ organizationId, clientId }: EventHint): void {
    this.channels.get(`organization:${organizationId}`)?.wake();
    if (clientId === someClients) void this.look();
    else if (clientId) this.channels.get(`client:${clientId}`)?.wake();
  }

  /** Wakes the channels that have events past their head, and ends the streams whose token has expired. */
  private async look(): Promise<void> {
    const now = new Date();
    for (const listener of this.listeners)
      if (listener.caller.kind === 'user' && listener.caller.expiresAt <= now) listener.end(expired);
    const channels = [...this.channels.values()];
    const asked = channels.flatMap((channel) => (channel.head ? [{ channel, ...channel.head }] : []));
    if (asked.length === 0) return;
    const found = await this.sql
      .query<{ n: number }>('events_teams_with_news', teamsWithNews, [
        asked.map(({ channel }) => channel.scope.organizationId),
        asked.map(({ channel: { scope } }) => ('clientId' in scope ? scope.clientId : null)),
        asked.map(({ transactionId }) => transactionId),
        asked.map(({ seq }) => seq),
        feedEventTypes,
      ])
      .catch(() => []);
    for (const { n } of found) asked[n]!.channel.wake();
  }

  private async checkStanding(): Promise<void> {
    const listeners = [...this.listeners];
    if (listeners.length === 0) return;
    try {
      const callers = await this.principals.asTheyAre(listeners.map(({ caller }) => caller));
      for (const [index, listener] of listeners.entries()) {
        const caller = callers[index];
        if (caller && mayDo(caller, 'events:read')) listener.become(caller);
        else listener.end(ended);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'The readers of events could not be checked; trying again');
    }
  }

  private beat(): void {
    for (const listener of this.listeners) if (!listener.isBehind) listener.write(':\n\n');
  }
}
