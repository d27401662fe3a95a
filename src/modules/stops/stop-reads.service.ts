import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Consistency } from '../../common/schemas/consistency.js';
import { cursorKey, ListPages, type CursorKeys } from '../../common/cursor.js';
import { notFound } from '../../common/problems/problems.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { exportPiece } from '../orders/reads/order-list.dto.js';
import { cursorKeys, pagesOf } from '../orders/reads/order-sorts.js';
import { OrderSearch } from '../orders/search/order-search.service.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import {
  toListedStop,
  toStop,
  type StopDto,
  type StopList,
  type StopQuery,
  type StopRow,
} from './stops.dto.js';
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
  async listStops({ limit, cursor, consistency, ...filters }: StopQuery) {
    const sort = sortOf(filters);
    const pages = sort ? pagesOf('stops', sort) : nearestFirst;
    const after = pages.decode(cursor, filters);
    const search = { q: filters.q, rows: limit + 1, newestFirst: sort === '-createdAt' };
    const read = () =>
      this.search.rows<ListedStop>(search, (statement, scope, part) =>
        selectStops(statement, scope, { filters, after, part, rows: limit + 1 }),
      );
    const [rows, seen] = await this.reads.with(consistency, pages.seenBy(cursor), read);
    return pages.page(
      rows,
      limit,
      filters,
      (row) => keysOf(filters, row),
      (row) => toListedStop(row, this.links),
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
  async getStop(id: string): Promise<StopDto> {
    return toStop(await this.rowOf(id), this.links);
  }

  /** @throws Problem `not_found` */
  async rowOf(id: string): Promise<StopRow> {
    const [row] = await this.reads.rows<StopRow>((statement, scope) => selectStop(statement, scope, id));
    if (!row) throw notFound();
    return row;
  }
}
