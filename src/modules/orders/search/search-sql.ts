import type { Statement } from '../../../database/sql/statement.js';
import type { ReadStatement } from '../../../database/tenancy/tenant-reads.js';
import { readColumns } from '../order-columns.js';
import { searchTerms, type SearchTerms } from './search-terms.js';

/** What `order_text` makes one text of, in its order. */
const searchedColumns = [
  'external_id',
  'recipient_name',
  'recipient_email',
  'recipient_phone',
  'address_name',
  'address_line_one',
  'address_line_two',
  'city',
  'state',
  'zip',
];
const searchedText = `order_text(${searchedColumns.map((column) => `o.${column}`).join(', ')})`;

/** The orders that a statement looks through, where it need not be all: the newest, or candidates. */
export type SearchPart = { newest: number } | { ids: readonly string[] };

/** The condition that `orders o` is what a search is for. */
export function searchCondition(statement: Statement, q: string | undefined): string[] {
  const terms = searchTerms(q ?? '');
  if (!terms) return [];
  const { words, digits, code, ids } = terms;
  const ways = [
    `${searchedText} like all (${lowered(statement, words)})`,
    ...(digits ? [`${searchedText} like ${statement.bind(digits)}`] : []),
    ...(code ? [`o.tracking_code like ${statement.bind(code)}`] : []),
    ...(ids ? [`o.id between ${statement.bind(ids[0])} and ${statement.bind(ids[1])}`] : []),
  ];
  return [`(${ways.join(' or ')})`];
}

/** In the database’s own lower case, whose rules differ from those of JavaScript. */
function lowered(statement: Statement, patterns: readonly string[]): string {
  return `array[${patterns.map((pattern) => `lower(${statement.bind(pattern)}::text)`).join(', ')}]::text[]`;
}

/**
 * Selects the `id`s of orders that may be what is searched for, by the index over their text, which is asked for the
 * `indexed` patterns; one null where there are too many of them, or no index.
 */
export function selectCandidates(
  statement: Statement,
  { words, digits, code, ids }: SearchTerms,
  indexed: readonly string[],
  most: number,
): ReadStatement {
  const others = [...(digits ? [digits] : []), ...(code ? [`%${code}`] : [])];
  const [first, last] = ids ?? [null, null];
  const patterns = [words, others, indexed].map((list) => lowered(statement, list)).join(', ');
  const text = `select order_candidates(${patterns}, ${statement.bind(first)}, ${statement.bind(last)}, ${statement.bind(most)}) as id`;
  return { text };
}

/** The condition that `orders o` is one of the candidates, where it has to be one. */
export function candidateCondition(statement: Statement, part: SearchPart | undefined): string[] {
  return part && 'ids' in part ? [`o.id = any(${statement.bind(part.ids)}::uuid[])`] : [];
}

interface Placed {
  /** The condition that `orders o` are the caller's. */
  tenant: string;
  /** The states that are wanted, as SQL; undefined for any. */
  states: readonly string[] | undefined;
  /** Conditions of which one holds: see `partsAfter`. */
  after: readonly string[];
}

/**
 * Of a part of the orders those that are placed so, as `o`: what follows `from`, ending in its conditions. The newest
 * are so of all wanted states together; each state is a walk through an index, which the planner would not take for
 * all that a search may pass by.
 */
export function partOf(statement: Statement, part: SearchPart, placed: Placed): string {
  const { tenant, states } = placed;
  const all = [tenant, `(${placed.after.join(' or ')})`];
  if ('ids' in part) {
    const wanted = states ? [`o.status in (${states.join(', ') || 'null'})`] : [];
    return `orders o where ${[...all, ...wanted, ...candidateCondition(statement, part)].join(' and ')}`;
  }
  const newest = `order by o.created_at desc, o.id desc limit ${statement.bind(part.newest)}`;
  if (!states)
    return `(select ${readColumns} from orders o where ${all.join(' and ')} ${newest}) o where true`;
  const wanted = states.map((state) => `(${state})`).join(', ') || '(null::text)';
  const ofState = `select o.created_at, o.id from orders o where ${all.join(' and ')} and o.status = wanted.status`;
  const ids = `select o.id from (values ${wanted}) as wanted (status) cross join lateral (${ofState} ${newest}) o ${newest}`;
  // An array, since rows to join with are sought one by one in any index where the planner knows nothing of their number.
  return `orders o where ${tenant} and o.id = any(array(${ids}))`;
}
