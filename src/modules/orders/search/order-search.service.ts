import { Injectable } from '@nestjs/common';
import type { Statement } from '../../../database/sql/statement.js';
import { TenantReads, type ReadStatement } from '../../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../../database/tenancy/tenancy.js';
import { searchTerms } from './search-terms.js';
import { selectCandidates, type SearchPart } from './search-sql.js';

/** As many are looked through in little more time than one candidate more or less. */
const newestOrders = 10_000;
/** With more than these the list itself comes upon a page of them sooner. */
const mostCandidates = 20_000;

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
    if (newestFirst) {
      const part = { newest: newestOrders };
      const newest = await this.reads.rows<Row>((statement, scope) => select(statement, scope, part));
      if (newest.length >= rows) return newest;
    }
    if (terms.indexed.length === 0) return this.reads.rows<Row>(select);
    const candidates = await this.reads.rows<{ id: string | null }>((statement) =>
      selectCandidates(statement, terms, mostCandidates),
    );
    const ids = candidates.flatMap(({ id }) => id ?? []);
    if (ids.length < candidates.length) return this.reads.rows<Row>(select);
    return this.reads.rows<Row>((statement, scope) => select(statement, scope, { ids }));
  }
}
