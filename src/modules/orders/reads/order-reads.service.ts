import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Consistency } from '../../../common/schemas/consistency.js';
import { withVersion } from '../../../common/http/etag.js';
import type { Sparse } from '../../../common/schemas/fields.js';
import { cursorKey, ListPages, type CursorKeys, type Page } from '../../../common/cursor.js';
import { notFound } from '../../../common/problems/problems.js';
import { TenantReads } from '../../../database/tenancy/tenant-reads.js';
import { callingClient } from '../../../database/tenancy/caller-scope.js';
import { toTimelineEntry, type OrderSummary, type TimelineRow } from './order-history.dto.js';
import {
  exportPiece,
  wantedStatuses,
  type OrderList,
  type OrderListQuery,
  type OrderFieldsQuery,
} from './order-list.dto.js';
import type { Columns } from '../order-columns.js';
import { orderParts, selected } from '../order-parts.js';
import type { OwnOrderRow } from '../order-row.js';
import { cursorKeys, pagesOf, sortKeys } from './order-sorts.js';
import { orderStatuses, type OrderStatus } from '../order-status.js';
import { requiredOf, toListedOrder, toOrder, type OrderDto } from '../orders.dto.js';
import { countOrders, selectOrder, selectOrders, selectTimeline } from '../orders.queries.js';
import { OrderSearch } from '../search/order-search.service.js';
import { TrackingLinks } from '../tracking-links.js';

const timeline = new ListPages('order timeline', z.tuple([cursorKey.sequence]));

/** Reads a client's orders. */
@Injectable()
export class OrderReadsService {
  constructor(
    private readonly reads: TenantReads,
    private readonly search: OrderSearch,
    private readonly links: TrackingLinks,
  ) {}

  /** A page of the client's orders, newest first by default. */
  async listOrders(query: OrderListQuery & { fields?: undefined }): Promise<Page<OrderDto>>;
  async listOrders(query: OrderListQuery): Promise<Page<Sparse<OrderDto>>>;
  async listOrders({
    limit,
    cursor,
    fields,
    consistency,
    ...list
  }: OrderListQuery): Promise<Page<Sparse<OrderDto>>> {
    const { sort, ...filters } = list;
    const pages = pagesOf('orders', sort);
    const after = pages.decode(cursor, list);
    const own = callingClient();
    const selection = selected<OwnOrderRow, OrderDto>(orderParts, fields, sortKeys(sort));
    const columns = selection?.columns;
    const page = { filters, statuses: wantedStatuses(filters), sort, after, columns, rows: limit + 1 };
    const search = { q: filters.q, rows: limit + 1, newestFirst: sort === '-createdAt' };
    const read = () =>
      this.search.rows<OwnOrderRow>(search, (statement, scope, part) =>
        selectOrders(statement, scope, own, { ...page, part }),
      );
    const [rows, seen] = await this.reads.with(consistency, pages.seenBy(cursor), read);
    return pages.page(
      rows,
      limit,
      list,
      (row) => cursorKeys(sort, row),
      (row) => selection?.toItem(row, this.links) ?? toListedOrder(row, this.links, requiredOf(row)),
      seen,
    );
  }

  /** Every order of a list, in pieces, each read when it is asked for. */
  async *exportOrders(
    { sort, ...filters }: OrderList,
    consistency: Consistency,
  ): AsyncGenerator<OwnOrderRow[], void, void> {
    const own = callingClient();
    const statuses = wantedStatuses(filters);
    for (let after: CursorKeys | undefined, seen: string | undefined; ;) {
      const page = { filters, statuses, sort, after, rows: exportPiece };
      const read = () =>
        this.reads.rows<OwnOrderRow>((statement, scope) => selectOrders(statement, scope, own, page));
      const [rows, now] = await this.reads.with(consistency, seen, read);
      seen = now;
      yield rows;
      if (rows.length < exportPiece) return;
      after = cursorKeys(sort, rows.at(-1)!);
    }
  }

  /** @throws Problem `not_found` */
  async getOrder(id: string): Promise<OrderDto>;
  async getOrder(id: string, query: OrderFieldsQuery): Promise<Sparse<OrderDto>>;
  async getOrder(id: string, { fields }: OrderFieldsQuery = {}): Promise<Sparse<OrderDto>> {
    const selection = selected<OwnOrderRow, OrderDto>(orderParts, fields, ['version']);
    const row = await this.rowOf(id, selection?.columns);
    if (selection) return withVersion(selection.toItem(row, this.links), row.version);
    return toOrder(row, this.links, requiredOf(row));
  }

  /** How many orders are in each state. */
  async getOrderSummary(): Promise<OrderSummary> {
    const rows = await this.reads.rows<{ status: OrderStatus; count: number }>(countOrders);
    const counted = new Map(rows.map(({ status, count }) => [status, count]));
    const counts = orderStatuses.map((status) => [status, counted.get(status) ?? 0] as const);
    return Object.fromEntries(counts) as OrderSummary;
  }

  /** Events of an order, newest first. @throws Problem `not_found` */
  async listOrderTimeline(id: string, { limit, cursor }: { limit: number; cursor?: string }) {
    const filters = { timelineOf: id };
    const [before] = timeline.decode(cursor, filters) ?? [];
    await this.rowOf(id);
    const rows = await this.reads.rows<TimelineRow>((statement, scope) =>
      selectTimeline(statement, scope, id, before, limit + 1),
    );
    return timeline.page(rows, limit, filters, ({ seq }) => [seq], toTimelineEntry);
  }

  private async rowOf(id: string, columns?: Columns): Promise<OwnOrderRow> {
    const own = callingClient();
    const [row] = await this.reads.rows<OwnOrderRow>((statement, scope) =>
      selectOrder(statement, scope, own, id, columns),
    );
    if (!row) throw notFound();
    return row;
  }
}
