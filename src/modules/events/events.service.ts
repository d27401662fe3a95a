import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '../../auth/access/principal.js';
import { byId, ListPages } from '../../common/cursor.js';
import { CONFIG, type Config } from '../../config.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { EventPositions } from './event-positions.js';
import { beginningId } from './event-position.js';
import { toEvent, type EventsQuery } from './events.dto.js';
import { selectEvents, type EventRow } from './events.queries.js';
import { typesFor } from './streams/event-listener.js';

const pages = new ListPages('events', byId);

/** The feed: what happened in the caller's team, oldest first. */
@Injectable()
export class EventsService {
  constructor(
    private readonly reads: TenantReads,
    private readonly positions: EventPositions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem `cursor_invalid`, `cursor_mismatch`, `cursor_expired` */
  async listEvents(caller: Principal, { limit, cursor, ...filters }: EventsQuery) {
    const [last] = pages.decode(cursor, filters) ?? [];
    const selection = { types: typesFor(caller, filters.types), orderId: filters.orderId };
    const after = await this.positions.of(last ?? filters.after ?? beginningId, selection);
    const days = this.config.EVENT_RETENTION_DAYS;
    const request = { ...selection, after, days, rows: limit + 1 };
    const rows = await this.reads.rows<EventRow>((statement, scope) =>
      selectEvents(statement, scope, request),
    );
    const settled = rows.filter((row) => row.settled);
    return pages.page(settled, limit, filters, ({ id }) => [id], toEvent);
  }
}
