import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { problem, type Problem } from '../../../common/problems/problems.js';
import { prepared } from '../../../database/connections/pipelined-client.js';
import { afterCommit, Database, rowsOf } from '../../../database/database.js';
import { Statement } from '../../../database/sql/statement.js';
import { TenantChanges } from '../../../database/tenancy/tenant-changes.js';
import { currentCause, EventLog } from '../../events/event-log.js';
import { isReadAlike, normaliseContent } from '../../../order-fields/normalise-content.js';
import type { OrderInput } from '../../../order-fields/order-input.schema.js';
import { callingClient, type ClientScope } from '../../../database/tenancy/caller-scope.js';
import { insertDrafts, selectOrderingClient, type DraftRow } from './drafts.queries.js';
import { changedColumns, lockOrder, updateDraft } from './order-edits.queries.js';
import type { OrderSource } from '../order.entity.js';
import type { OrderStatus } from '../order-status.js';
import { toContentRow, writtenFields, type OwnOrderRow, type WrittenRow } from '../order-row.js';

/** What creating and submitting orders needs to know of their client. */
export interface OrderingClient {
  allowOrderUpload: boolean;
  /** Names of the fields that its orders must currently fill. */
  requiredFields: string[];
  /** ISO alpha-2 code of the default country for phone numbers without one. */
  countryCode: string | null;
}

/** For content that is read alike in every country. */
const anywhere = { countryCode: null };

/** An order that may have been changed. */
export interface RevisedOrder {
  status: OrderStatus;
  content: WrittenRow;
  isChanged: boolean;
}

/** An order to create, already checked by `orderInput`. */
export interface NewDraft {
  /** A new one by default. */
  id?: string;
  content: OrderInput;
  source: OrderSource;
  importId?: string;
}

interface OwnDraft {
  id: string;
  own: ClientScope;
  row: DraftRow;
}

/** Creates a client's drafts, whichever way they arrive. */
@Injectable()
export class DraftsService {
  /** Inserts a draft where its client may make orders, with those that come in the same moment. */
  private readonly insertAllowed: (draft: OwnDraft) => Promise<OwnOrderRow | undefined>;

  constructor(
    private readonly db: Database,
    changes: TenantChanges,
    private readonly events: EventLog,
  ) {
    this.insertAllowed = changes.together<OwnDraft, OwnOrderRow>(
      (statement, _scope, drafts) =>
        insertDrafts(
          statement,
          drafts[0]!.own,
          drafts.map(({ row }) => row),
          { onlyAllowed: true },
        ),
      ([draft]) => this.events.wrote(draft!.own),
    );
  }

  /** The client of the running request or job. */
  async clientOf(em: EntityManager): Promise<OrderingClient> {
    const { organizationId, clientId } = callingClient();
    const [client] = await rowsOf<OrderingClient>(em, selectOrderingClient, [organizationId, clientId]);
    return client!;
  }

  /**
   * The same, if it may create and submit orders.
   * @throws Problem `order_upload_not_allowed`
   */
  async uploadingClientOf(em: EntityManager): Promise<OrderingClient> {
    const client = await this.clientOf(em);
    if (client.allowOrderUpload) return client;
    throw problem('order_upload_not_allowed');
  }

  /**
   * Inserts drafts in one statement, in the given order, with an `order.created` event each. An order whose
   * Id is taken, by a stored order or by an earlier one of these, is skipped; its result is null.
   */
  async insert(
    em: EntityManager,
    client: OrderingClient,
    drafts: readonly NewDraft[],
  ): Promise<(OwnOrderRow | null)[]> {
    const [own, statement] = [callingClient(), new Statement()];
    const rows = drafts.map((draft) => rowOf(draft, client));
    const text = insertDrafts(statement, own, rows, { onlyAllowed: false });
    const made = await rowsOf<OwnOrderRow>(em, prepared(text), statement.values);
    if (made.length > 0) afterCommit(() => this.events.wrote(own));
    const byId = new Map(made.map((row) => [row.id, row]));
    return rows.map(({ id }) => byId.get(id) ?? null);
  }

  /**
   * Inserts one draft in a single round trip.
   * @throws Problem `order_upload_not_allowed`, `external_id_taken`
   */
  async insertOne(draft: NewDraft): Promise<OwnOrderRow> {
    const own = callingClient();
    const client = isReadAlike(draft.content)
      ? anywhere
      : await this.db.transaction((em) => this.clientOf(em));
    const row = rowOf(draft, client);
    const made = await this.insertAllowed({ id: row.id, own, row });
    if (made) return made;
    await this.db.transaction((em) => this.uploadingClientOf(em));
    // Where nothing is taken, uploads were allowed only since.
    if (draft.content.externalId == null) throw problem('order_upload_not_allowed');
    throw externalIdTaken(draft.content.externalId);
  }

  /**
   * Changes a draft, locked meanwhile, to what `revise` makes of it, with an `order.updated` event where that is
   * something else. Answers the order as it is then; what is no draft any more stays as it was.
   */
  async revise(
    em: EntityManager,
    id: string,
    revise: (stored: WrittenRow) => WrittenRow,
  ): Promise<RevisedOrder | undefined> {
    const row = await lockOrder(em, id);
    if (row?.status !== 'draft') return row && { status: row.status, content: row, isChanged: false };
    const content = revise(row);
    const changed = changedColumns(row, content);
    const revised = { status: row.status, content, isChanged: changed.length > 0 };
    if (!revised.isChanged) return revised;
    await updateDraft(em, id, content, changed);
    const { organizationId, clientId } = callingClient();
    const fields = changed.map((column) => writtenFields[column]);
    await this.events.append(em, {
      type: 'order.updated',
      organizationId,
      clientId,
      orderId: id,
      audience: 'client',
      data: { fields },
    });
    return revised;
  }
}

function rowOf({ id, content, source, importId }: NewDraft, client: Pick<OrderingClient, 'countryCode'>) {
  const written = toContentRow(normaliseContent(content, client).content);
  return { id: id ?? uuidv7(), source, importId: importId ?? null, cause: currentCause(), ...written };
}

/** The error for an order whose Id belongs to another order. */
export function externalIdTaken(externalId: string | null): Problem {
  const detail = `Another of your orders already has the Id “${externalId}”. Use another Id, or change that order.`;
  return problem('external_id_taken', detail, [
    { pointer: '/externalId', code: 'external_id_taken', detail: 'is the Id of another of your orders' },
  ]);
}
