import { containing } from '../../../database/sql/patterns.js';
import type { Statement } from '../../../database/sql/statement.js';
import type { MetadataFilter } from './metadata-filter.dto.js';

/** The text that `q` searches, in one line, in reading order; the same for orders and stops. */
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
const searchedText = `concat_ws(' ', ${searchedColumns.map((column) => `o.${column}`).join(', ')})`;

export const searchDescription =
  'Only those with this text in the client’s own id, the recipient’s name, e-mail or phone, or the address; up to 200 characters.';

/** Filters that the lists of orders and stops share. */
interface SearchFilters {
  q?: string;
  requestedFrom?: string;
  requestedTo?: string;
  metadata?: MetadataFilter;
}

/** The conditions on `orders o` that the lists of both sides share. */
export function searchConditions(
  statement: Statement,
  { q, requestedFrom, requestedTo, metadata = [] }: SearchFilters,
): string[] {
  const conditions: string[] = [];
  if (q) conditions.push(`${searchedText} ilike ${statement.bind(containing(q))}`);
  if (requestedFrom) conditions.push(`o.requested_date >= ${statement.bind(requestedFrom)}`);
  if (requestedTo) conditions.push(`o.requested_date <= ${statement.bind(requestedTo)}`);
  for (const [key, value] of metadata) {
    conditions.push(`o.metadata ->> ${statement.bind(key)}::text = ${statement.bind(value)}::text`);
  }
  return conditions;
}
