import { isDeepStrictEqual } from 'node:util';
import { problem } from '../../common/problems/problems.js';
import { validationProblem } from '../../common/schemas/schema.pipe.js';
import { clientsFields } from '../orders/dispatcher-fields.js';
import { toContentRow, type WrittenRow } from '../orders/order-row.js';
import { inputOf } from '../orders/orders.dto.js';
import { normaliseContent } from '../../order-fields/normalise-content.js';
import { orderInput, patchedOrder, type OrderChanges } from '../../order-fields/order-input.schema.js';
import type { StopRow, UpdateStop } from './stops.dto.js';

/** @throws Problem `stop_not_editable` naming the fields that only the client may change */
export function refuseForeignFields(stop: StopRow, changes: UpdateStop): void {
  const isOwn = stop.source === 'dispatcher' || stop.clientId === null;
  const foreign = isOwn ? [] : clientsFields(Object.keys(changes));
  if (foreign.length === 0) return;
  throw problem(
    'stop_not_editable',
    `The client submitted this order: ${foreign.join(', ')} cannot be changed here. Return it to the client instead.`,
    foreign.map((field) => ({
      pointer: `/${field}`,
      code: 'stop_not_editable',
      detail: 'is for the client to change; return the order to it',
    })),
  );
}

/** The columns of a stop that become others. */
export type StopChanges = Partial<WrittenRow & Pick<StopRow, 'clientId' | 'depotId' | 'internalNotes'>>;

/** What a change refers to, or keeps. */
interface References {
  clientId: string | null;
  depotId: string;
  /** The country of the depot. */
  country: string | null;
}

/**
 * What really changes, normalised and validated together with the rest.
 * @throws Problem `validation_failed`
 */
export function changesOf(
  stop: StopRow,
  { clientCode: _code, clientId: _client, depotId: _depot, internalNotes, ...patch }: UpdateStop,
  { country, ...references }: References,
): StopChanges {
  const wanted = {
    ...references,
    ...(internalNotes !== undefined && { internalNotes }),
    ...(Object.keys(patch).length > 0 && contentOf(stop, patch, country)),
  };
  const isNew = ([column, value]: [string, unknown]) =>
    !isDeepStrictEqual(stop[column as keyof StopChanges], value);
  return Object.fromEntries(Object.entries(wanted).filter(isNew));
}

function contentOf(stop: StopRow, patch: OrderChanges, countryCode: string | null): WrittenRow {
  const parsed = orderInput.safeParse(patchedOrder(inputOf(stop), patch));
  if (!parsed.success) throw validationProblem(parsed.error.issues);
  return toContentRow(normaliseContent(parsed.data, { countryCode }).content);
}
