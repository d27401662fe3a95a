import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { problem, type Problem } from '../../common/problems.js';
import { rowsOf } from '../../database/database.js';
import { EventLog } from '../events/event-log.js';
import { normaliseContent } from '../../order-fields/normalise-content.js';
import type { OrderContent } from '../../order-fields/order-content.js';
import { callingClient } from '../../database/caller-scope.js';
import { insertDrafts, selectOrderingClient } from './drafts.queries.js';
import type { OrderSource } from './order.entity.js';
import { toContentRow, type OrderRow } from './order-row.js';

/** What making and submitting a client's orders needs to know of it. */
export interface OrderingClient {
  allowOrderUpload: boolean;
  /** What its orders must fill now, by field name. */
  requiredFields: string[];
  depotId: string;
  /** ISO alpha-2 code of the country in which phone numbers without one are dialled. */
  countryCode: string | null;
}

/** An order to make, checked by `orderContent`. */
export interface NewDraft {
  content: OrderContent;
  source: OrderSource;
  importId?: string;
}

/** Where a client's drafts begin, however they come in. */
@Injectable()
export class DraftsService {
  constructor(private readonly events: EventLog) {}

  /** The client for whom the request or job works. */
  async clientOf(em: EntityManager): Promise<OrderingClient> {
    const [client] = await rowsOf<OrderingClient>(em, selectOrderingClient, [callingClient().clientId]);
    return client!;
  }

  /**
   * The same, to make or submit orders for.
   * @throws Problem `order_upload_not_allowed`
   */
  async uploadingClientOf(em: EntityManager): Promise<OrderingClient> {
    const client = await this.clientOf(em);
    if (client.allowOrderUpload) return client;
    throw problem('order_upload_not_allowed');
  }

  /**
   * Makes drafts in one statement, in their order, with an `order.created` each. An order whose Id is taken,
   * by a stored order or an earlier one of these, is left out and answered as null.
   */
  async insert(
    em: EntityManager,
    client: OrderingClient,
    drafts: readonly NewDraft[],
  ): Promise<(OrderRow | null)[]> {
    const { organizationId, clientId } = callingClient();
    const rows = drafts.map(({ content, source, importId }) => ({
      id: uuidv7(),
      source,
      importId: importId ?? null,
      ...toContentRow(normaliseContent(content, client).content),
    }));
    const { text, values } = insertDrafts({ organizationId, clientId, depotId: client.depotId }, rows);
    const made = await rowsOf<OrderRow>(em, text, values);
    await this.events.appendForOrders(
      em,
      { type: 'order.created', organizationId, clientId, audience: 'client', data: { status: 'draft' } },
      made.map(({ id }) => id),
    );
    const byId = new Map(made.map((row) => [row.id, row]));
    return rows.map(({ id }) => byId.get(id) ?? null);
  }
}

/** The answer to an order whose Id another one has. */
export function externalIdTaken(externalId: string | null): Problem {
  const detail = `Another of your orders already has the Id “${externalId}”. Use another Id, or change that order.`;
  return problem('external_id_taken', detail, [
    { pointer: '/externalId', code: 'external_id_taken', detail: 'is the Id of another of your orders' },
  ]);
}
