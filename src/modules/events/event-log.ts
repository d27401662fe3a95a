import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { currentActor, currentContext } from '../../common/request-context.js';
import { sqlOf } from '../../database/database.js';
import { prepared } from '../../database/pipelined-client.js';
import type { EventType } from './event-types.js';

/** Something that happened, before it is written. */
export interface NewEvent {
  type: EventType;
  organizationId: string;
  clientId: string | null;
  orderId?: string;
  /** Who may read it; a client's drafts are its own affair. Default `both`. */
  audience?: 'both' | 'organization' | 'client';
  data?: Record<string, unknown>;
}

const insertSql = prepared(`
  insert into events (id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at)
  select e.id, e.organization_id, e.client_id, e.audience, e.type, e.order_id, e.data, $2::jsonb, $3, now()
    from unnest($1::jsonb[]) with ordinality as row (json, n),
         jsonb_to_record(row.json) as e (id uuid, organization_id uuid, client_id uuid, audience text, type text, order_id uuid, data jsonb)
   order by row.n`);

const insertForOrdersSql = prepared(`
  insert into events (id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at)
  select row.id, $3, $4, $5, $6, row.order_id, $7::jsonb, $8::jsonb, $9, now()
    from unnest($1::uuid[], $2::uuid[]) with ordinality as row (id, order_id, n)
   order by row.n`);

/** Writes events in the transaction of the change they tell of. */
@Injectable()
export class EventLog {
  async append(em: EntityManager, ...events: NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) =>
      JSON.stringify({
        id: uuidv7(),
        organization_id: event.organizationId,
        client_id: event.clientId,
        audience: event.audience ?? 'both',
        type: event.type,
        order_id: event.orderId ?? null,
        data: event.data ?? {},
      }),
    );
    const values = [rows, JSON.stringify(currentActor()), currentContext()?.requestId ?? ''];
    await sqlOf(em).executeQuery(CompiledQuery.raw(insertSql, values));
  }

  /** The same event for each of many orders, in their order. */
  async appendForOrders(
    em: EntityManager,
    event: Omit<NewEvent, 'orderId'>,
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
      JSON.stringify(event.data ?? {}),
      JSON.stringify(currentActor()),
      currentContext()?.requestId ?? '',
    ];
    await sqlOf(em).executeQuery(CompiledQuery.raw(insertForOrdersSql, values));
  }
}
