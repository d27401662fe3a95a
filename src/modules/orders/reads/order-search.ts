import { z } from 'zod';
import { lineText, momentInput, queryFlag, uuid } from '../../../common/schemas/schemas.js';
import type { Statement } from '../../../database/sql/statement.js';
import { DAY_PATTERN } from '../../../order-fields/parsers/days.js';
import { orderSource } from '../orders.dto.js';
import { searchCondition } from '../search/search-sql.js';
import { metadataFilter } from './metadata-filter.dto.js';

/** A day as filters take it. */
const requestedDay = z
  .string()
  .regex(new RegExp(DAY_PATTERN), 'must be a day from 2000 to 2099, written YYYY-MM-DD')
  .meta({ format: 'date' });

/** Filters that the lists of orders and stops share. */
export const sharedFilters = (items: 'orders' | 'stops') => {
  const only = (which: string) => `Only ${items} ${which}.`;
  return {
    q: lineText(200)
      .optional()
      .describe(
        `${only('with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address')} ` +
          'A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.',
      ),
    importId: uuid.optional().meta({ description: only('that this import made'), example: undefined }),
    source: orderSource.optional().describe(only('that came here this way')),
    externalId: lineText(100).optional().describe(only('with this `externalId`, in full')),
    createdFrom: momentInput.optional().describe(only('not created before this moment')),
    createdTo: momentInput.optional().describe(only('not created after this moment')),
    scheduledFrom: momentInput.optional().describe(only('not put on their route before this moment')),
    scheduledTo: momentInput.optional().describe(only('not put on their route after this moment')),
    requestedFrom: requestedDay.optional().describe(only('not wanted before this day')),
    requestedTo: requestedDay.optional().describe(only('not wanted after this day')),
    storeCancelled: queryFlag.describe(
      `True: only ${items} that the store they came from cancelled. False: none of these.`,
    ),
    metadata: metadataFilter,
  };
};

type Shared = ReturnType<typeof sharedFilters>;
export type SharedFilters = { [Name in keyof Shared]?: z.output<Shared[Name]> };

/** The conditions on `orders o` that the lists of both sides share. */
export function searchConditions(
  statement: Statement,
  { q, metadata = [], storeCancelled, ...filters }: SharedFilters,
): string[] {
  const conditions: [unknown, (placeholder: string) => string][] = [
    [filters.importId, (value) => `o.import_id = ${value}`],
    [filters.source, (value) => `o.source = ${value}`],
    [filters.externalId, (value) => `o.external_id = ${value}`],
    [filters.createdFrom, (value) => `o.created_at >= ${value}`],
    [filters.createdTo, (value) => `o.created_at <= ${value}`],
    [filters.scheduledFrom, (value) => `o.scheduled_at >= ${value}`],
    [filters.scheduledTo, (value) => `o.scheduled_at <= ${value}`],
    [filters.requestedFrom, (value) => `o.requested_date >= ${value}`],
    [filters.requestedTo, (value) => `o.requested_date <= ${value}`],
  ];
  return [
    ...conditions.flatMap(([value, condition]) => (value ? [condition(statement.bind(value))] : [])),
    ...metadata.map(
      ([key, value]) => `o.metadata ->> ${statement.bind(key)}::text = ${statement.bind(value)}::text`,
    ),
    ...(storeCancelled === undefined
      ? []
      : [`o.store_cancelled_at is ${storeCancelled ? 'not null' : 'null'}`]),
    ...searchCondition(statement, q),
  ];
}
