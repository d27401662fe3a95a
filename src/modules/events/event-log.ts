import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { currentActor, currentContext } from '../../common/http/request-context.js';
import { afterCommit, sqlOf } from '../../database/database.js';
import { currentSpan } from '../../tracing/tracing.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import { prepared } from '../../database/connections/pipelined-client.js';
import { eventMap, type EventData, type EventType } from './event-map.js';
import { eventColumns, type EventAudience, type EventCause } from './event-sql.js';
import { EventHints, someClients } from './streams/event-hints.js';

/** An event before it is written. */
export interface NewEvent<Type extends EventType = EventType> {
  type: Type;
  organizationId: string;
  clientId: string | null;
  orderId?: string;
  /** Default `both`. */
  audience?: EventAudience;
  data: EventData<Type>;
}

const insertSql = prepared(`
  insert into events (${eventColumns})
  select e.id, $2, e.client_id, e.audience, e.type, e.order_id, e.data, $3::jsonb, $4, $5, now()
    from unnest($1::jsonb[]) with ordinality as row (json, n),
         jsonb_to_record(row.json) as e (id uuid, client_id uuid, audience text, type text, order_id uuid, data jsonb)
   order by row.n`);

const insertForOrdersSql = prepared(`
  insert into events (${eventColumns})
  select row.id, $3, $4, $5, $6, row.order_id, $7::jsonb, $8::jsonb, $9, $10, now()
    from unnest($1::uuid[], $2::uuid[]) with ordinality as row (id, order_id, n)
   order by row.n`);

/**
 * Writes events in the transaction of their change. Throws when data does not match its type's schema. Bulk
 * statements use `insertEvents`; nothing else inserts into `events`.
 */
@Injectable()
export class EventLog {
  constructor(private readonly hints: EventHints) {}

  async append<Type extends EventType>(em: EntityManager, ...events: NewEvent<Type>[]): Promise<void> {
    for (const [organizationId, own] of Map.groupBy(events, (event) => event.organizationId))
      await this.write(em, organizationId, own);
    if (events.length > 0) afterCommit(() => events.forEach((event) => this.hints.note(event)));
  }

  private async write<Type extends EventType>(
    em: EntityManager,
    organizationId: string,
    events: NewEvent<Type>[],
  ): Promise<void> {
    const rows = events.map((event) =>
      JSON.stringify({
        id: uuidv7(),
        client_id: event.clientId,
        audience: event.audience ?? 'both',
        type: event.type,
        order_id: event.orderId ?? null,
        data: eventMap[event.type].parse(event.data),
      }),
    );
    const values = [rows, organizationId, ...boundCause()];
    await sqlOf(em).executeQuery(CompiledQuery.raw(insertSql, values));
  }

  /** The same event for each of many orders, in the given order. */
  async appendForOrders<Type extends EventType>(
    em: EntityManager,
    event: Omit<NewEvent<Type>, 'orderId'>,
    orderIds: readonly string[],
  ): Promise<void> {
    if (orderIds.length === 0) return;
    const values = [
      orderIds.map(() => uuidv7()),
      orderIds,
      event.organizationId,
      event.clientId,
      event.audience ?? 'both',
      event.type,
      JSON.stringify(eventMap[event.type].parse(event.data)),
      ...boundCause(),
    ];
    await sqlOf(em).executeQuery(CompiledQuery.raw(insertForOrdersSql, values));
    afterCommit(() => this.hints.note(event));
  }

  /** To be called after the commit of what `insertEvents` wrote in this scope: its readers look at once. */
  wrote({ organizationId, ...scope }: TenantScope): void {
    this.hints.note({ organizationId, clientId: 'clientId' in scope ? scope.clientId : someClients });
  }
}

/** Who causes events, and by which request and trace. */
export function currentCause(): EventCause {
  return {
    actor: currentActor(),
    requestId: currentContext()?.requestId ?? '',
    traceparent: currentSpan()?.traceparent ?? null,
  };
}

function boundCause(): unknown[] {
  const { actor, requestId, traceparent } = currentCause();
  return [JSON.stringify(actor), requestId, traceparent];
}
