import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Consistency } from '../../common/schemas/consistency.js';
import { withVersion } from '../../common/http/etag.js';
import type { Sparse } from '../../common/schemas/fields.js';
import { cursorKey, ListPages, type CursorKeys, type Page } from '../../common/cursor.js';
import { notFound } from '../../common/problems/problems.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import type { Columns } from '../orders/order-columns.js';
import { selected } from '../orders/order-parts.js';
import { exportPiece } from '../orders/reads/order-list.dto.js';
import { cursorKeys, pagesOf, sortKeys } from '../orders/reads/order-sorts.js';
import { OrderSearch } from '../orders/search/order-search.service.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import {
  toListedStop,
  toStop,
  type StopDto,
  type StopFieldsQuery,
  type StopList,
  type StopQuery,
  type StopRow,
} from './stops.dto.js';
import { stopParts } from './stop-columns.js';
import { selectStop, selectStops, sortOf } from './stops.queries.js';

const nearestFirst: ListPages<CursorKeys> = new ListPages(
  'stops around a place',
  z.tuple([cursorKey.metres, cursorKey.id]),
);

type ListedStop = StopRow & { distance?: number };

const keysOf = (filters: StopList, row: ListedStop): CursorKeys => {
  const sort = sortOf(filters);
  return sort ? cursorKeys(sort, row) : [row.distance!, row.id];
};

/** Reads the orders that were submitted to a dispatcher. */
@Injectable()
export class StopReadsService {
  constructor(
    private readonly reads: TenantReads,
    private readonly search: OrderSearch,
    private readonly links: TrackingLinks,
  ) {}

  /** Never includes drafts. */
  async listStops(query: StopQuery & { fields?: undefined }): Promise<Page<StopDto>>;
  async listStops(query: StopQuery): Promise<Page<Sparse<StopDto>>>;
  async listStops({
    limit,
    cursor,
    fields,
    consistency,
    ...filters
  }: StopQuery): Promise<Page<Sparse<StopDto>>> {
    const sort = sortOf(filters);
    const selection = selected<StopRow, StopDto>(stopParts, fields, sort ? sortKeys(sort) : []);
    const pages = sort ? pagesOf('stops', sort) : nearestFirst;
    const after = pages.decode(cursor, filters);
    const page = { filters, after, columns: selection?.columns, rows: limit + 1 };
    const search = { q: filters.q, rows: limit + 1, newestFirst: sort === '-createdAt' };
    const read = () =>
      this.search.rows<ListedStop>(search, (statement, scope, part) =>
        selectStops(statement, scope, { ...page, part }),
      );
    const [rows, seen] = await this.reads.with(consistency, pages.seenBy(cursor), read);
    return pages.page(
      rows,
      limit,
      filters,
      (row) => keysOf(filters, row),
      (row) => selection?.toItem(row, this.links) ?? toListedStop(row, this.links),
      seen,
    );
  }

  /** Every stop of a list, in pieces, each read when it is asked for. */
  async *exportStops(filters: StopList, consistency: Consistency): AsyncGenerator<StopRow[], void, void> {
    for (let after: CursorKeys | undefined, seen: string | undefined; ;) {
      const page = { filters, after, rows: exportPiece };
      const read = () =>
        this.reads.rows<ListedStop>((statement, scope) => selectStops(statement, scope, page));
      const [rows, now] = await this.reads.with(consistency, seen, read);
      seen = now;
      yield rows;
      if (rows.length < exportPiece) return;
      after = keysOf(filters, rows.at(-1)!);
    }
  }

  /** The stop's current state, also within a transaction. @throws Problem `not_found` */
  async getStop(id: string): Promise<StopDto>;
  async getStop(id: string, query: StopFieldsQuery): Promise<Sparse<StopDto>>;
  async getStop(id: string, { fields }: StopFieldsQuery = {}): Promise<Sparse<StopDto>> {
    const selection = selected<StopRow, StopDto>(stopParts, fields, ['version']);
    const row = await this.rowOf(id, selection?.columns);
    return selection ? withVersion(selection.toItem(row, this.links), row.version) : toStop(row, this.links);
  }

  /** @throws Problem `not_found` */
  async rowOf(id: string, columns?: Columns): Promise<StopRow> {
    const [row] = await this.reads.rows<StopRow>((statement, scope) =>
      selectStop(statement, scope, id, columns),
    );
    if (!row) throw notFound();
    return row;
  }
}
