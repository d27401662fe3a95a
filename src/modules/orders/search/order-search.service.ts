import { Injectable } from '@nestjs/common';
import type { Statement } from '../../../database/sql/statement.js';
import { TenantReads, type ReadStatement } from '../../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../../database/tenancy/tenancy.js';
import { searchTerms, type SearchTerms } from './search-terms.js';
import { selectCandidates, type SearchPart } from './search-sql.js';

/** What one order in forty has is met here sooner than the index tells what has it. */
const newestOrders = 2_000;
/** Of a way to ask the index that is not the last. */
const fewCandidates = 1_000;
/** What more than these may have is met sooner in the list. */
const mostCandidates = 10_000;
const moreOrders = 50_000;

type Select = (statement: Statement, scope: Scope, part?: SearchPart) => ReadStatement;

/** Reads pages of a list with a search in it: what is common is soon met in the list, what is rare is in the index. */
@Injectable()
export class OrderSearch {
  constructor(private readonly reads: TenantReads) {}

  /** The rows of `select`, which states all conditions itself, over a part of the orders that has them all. */
  async rows<Row extends object>(
    { q, rows, newestFirst }: { q: string | undefined; rows: number; newestFirst: boolean },
    select: Select,
  ): Promise<Row[]> {
    const terms = searchTerms(q ?? '');
    if (!terms) return this.reads.rows<Row>(select);
    const read = (part?: SearchPart) =>
      this.reads.rows<Row>((statement, scope) => select(statement, scope, part));
    const newest = newestFirst ? await read({ newest: newestOrders }) : [];
    if (newest.length >= rows) return newest;
    const ids = await this.candidates(terms);
    if (ids) return read({ ids });
    const more = newestFirst ? await read({ newest: moreOrders }) : [];
    return more.length >= rows ? more : read();
  }

  /** Undefined where there are too many of them, or no index. */
  private async candidates(terms: SearchTerms): Promise<string[] | undefined> {
    for (const [way, patterns] of terms.indexed.entries()) {
      const most = way < terms.indexed.length - 1 ? fewCandidates : mostCandidates;
      const found = await this.reads.rows<{ id: string | null }>((statement) =>
        selectCandidates(statement, terms, patterns, most),
      );
      const ids = found.flatMap(({ id }) => id ?? []);
      if (ids.length === found.length) return ids;
    }
    return undefined;
  }
}
