import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { assertFresh } from '../../common/http/etag.js';
import { notFound, problem, Problem } from '../../common/problems/problems.js';
import { currentActor } from '../../common/http/request-context.js';
import { validationProblem } from '../../common/schemas/schema.pipe.js';
import { Database, isUniqueViolation } from '../../database/database.js';
import { EventLog, type NewEvent } from '../events/event-log.js';
import type { EventData } from '../events/event-map.js';
import { normaliseContent } from '../../order-fields/normalise-content.js';
import {
  orderInput,
  patchedOrder,
  type OrderChanges,
  type OrderInput,
} from '../../order-fields/order-input.schema.js';
import { callingClient } from '../../database/tenancy/caller-scope.js';
import type { BatchItem, BatchResult } from './drafts/order-batch.dto.js';
import { externalIdTaken, DraftsService } from './drafts/drafts.service.js';
import { changedColumns, deleteDraft, lockOrder, updateDraft } from './drafts/order-edits.queries.js';
import type { OrderSource } from './order.entity.js';
import { toContentRow, writtenFields, type OwnOrderRow } from './order-row.js';
import { inputOf, requiredOf, toListedOrder, toOrder, type OrderDto } from './orders.dto.js';
import { TrackingLinks } from './tracking-links.js';

/** Creates and changes a client's drafts. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsService,
    private readonly events: EventLog,
    private readonly links: TrackingLinks,
  ) {}

  /** @throws Problem `order_upload_not_allowed`, `external_id_taken` */
  async createOrder(content: OrderInput): Promise<OrderDto> {
    const row = await this.drafts.insertOne({ content, source: sourceOf() });
    return toOrder(row, this.links, requiredOf(row));
  }

  /**
   * Creates an order from each valid item and reports the errors of each other item.
   * @throws Problem `order_upload_not_allowed`
   */
  async createOrders(items: readonly unknown[]): Promise<BatchResult> {
    const checked = items.map((item) => orderInput.safeParse(item));
    const good = checked.flatMap(({ success, data }, index) => (success ? [{ index, content: data }] : []));
    return this.db.transaction(async (em) => {
      const client = await this.drafts.uploadingClientOf(em);
      const source = sourceOf();
      const rows = await this.drafts.insert(
        em,
        client,
        good.map(({ content }) => ({ content, source })),
      );
      const made = new Map(good.map(({ index }, place) => [index, rows[place]]));
      const results = checked.map((parsed, index): BatchItem => {
        if (!parsed.success) return refused(index, validationProblem(parsed.error.issues));
        const row = made.get(index);
        if (!row) return refused(index, externalIdTaken(parsed.data.externalId));
        return { index, order: toListedOrder(row, this.links, client.requiredFields) };
      });
      const succeededCount = rows.filter(Boolean).length;
      return { succeededCount, failedCount: items.length - succeededCount, results };
    });
  }

  /**
   * Changes a draft. One that its store cancelled is meant all the same from then on.
   * @throws Problem `not_found`, `stale_version`, `order_not_editable`, `validation_failed`, `external_id_taken`
   */
  async updateOrder(id: string, patch: OrderChanges): Promise<OrderDto> {
    try {
      return await this.db.transaction((em) => this.changeDraft(em, id, patch));
    } catch (error) {
      if (isUniqueViolation(error, 'orders_external_id')) throw externalIdTaken(patch.externalId ?? null);
      throw error;
    }
  }

  /** @throws Problem `not_found`, `stale_version`, `order_not_editable` */
  async deleteOrder(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      await this.draftOf(em, id);
      if (!(await deleteDraft(em, id))) throw notADraft();
      await this.events.append(em, draftEvent('order.deleted', id, {}));
    });
  }

  private async changeDraft(em: EntityManager, id: string, patch: OrderChanges): Promise<OrderDto> {
    const row = await this.draftOf(em, id);
    const checked = orderInput.safeParse(patchedOrder(inputOf(row), patch));
    if (!checked.success) throw validationProblem(checked.error.issues);
    const content = toContentRow(normaliseContent(checked.data, await this.drafts.clientOf(em)).content);
    const changed = changedColumns(row, content);
    const isMeantAllTheSame = row.storeCancelledAt !== null;
    if (changed.length === 0 && !isMeantAllTheSame) return toOrder(row, this.links, requiredOf(row));
    const unmark = isMeantAllTheSame ? ['store_cancelled_at = null'] : [];
    const updated = await updateDraft(em, id, content, changed, unmark);
    if (!updated) throw notADraft();
    const fields = [
      ...changed.map((column) => writtenFields[column]),
      ...(isMeantAllTheSame ? ['storeCancelledAt'] : []),
    ];
    await this.events.append(em, draftEvent('order.updated', id, { fields }));
    return toOrder(updated, this.links, requiredOf(updated));
  }

  /** Returns the draft, locked until the transaction ends. */
  private async draftOf(em: EntityManager, id: string): Promise<OwnOrderRow> {
    const row = await lockOrder(em, id);
    if (!row) throw notFound();
    assertFresh(row);
    if (row.status !== 'draft') throw notADraft();
    return row;
  }
}

/** Distinguishes people from API keys. */
function sourceOf(): OrderSource {
  return currentActor().kind === 'api_key' ? 'api' : 'manual';
}

function notADraft(): Problem {
  return problem(
    'order_not_editable',
    'Only drafts can be changed or deleted. Withdraw the order first, if it is on no route yet.',
  );
}

/** Events of drafts are visible to the client only. */
function draftEvent<Type extends 'order.updated' | 'order.deleted'>(
  type: Type,
  orderId: string,
  data: EventData<Type>,
): NewEvent<Type> {
  const { organizationId, clientId } = callingClient();
  return { type, organizationId, clientId, orderId, audience: 'client', data };
}

/** The problem of one item, with pointers from the root of the body. */
function refused(index: number, { code, detail, errors = [] }: Problem): BatchItem {
  const located = errors.map((error) => ({ ...error, pointer: `/orders/${index}${error.pointer}` }));
  return { index, problem: { code, detail, errors: located } };
}
