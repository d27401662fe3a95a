import type { OrderImport } from '../order-import.entity.js';

/** The rejected rows of an import, and what it was told to do with Ids that are taken. */
export type Rejected = Pick<OrderImport, 'rowsRejected' | 'rowsTaken' | 'duplicates' | 'fixesOf'>;

export const rows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** As after "There are", or, where they `have` something, as a sentence. */
export function rejectedRows(rejected: Rejected, verb: 'with' | 'have'): string {
  const { rowsRejected, rowsTaken } = rejected;
  const each = (count: number, what: string) =>
    `${rows(count)} ${verb === 'have' && count === 1 ? 'has' : verb} ${what}`;
  if (rowsTaken === 0) return each(rowsRejected, 'errors');
  const taken = each(rowsTaken, takenIds(rejected));
  const others = rowsRejected - rowsTaken;
  return others === 0 ? taken : `${taken}, and ${each(others, 'other errors')}`;
}

function takenIds({ rowsTaken, duplicates }: Rejected): string {
  const isOne = rowsTaken === 1;
  const orders = isOne ? 'the Id of an order that' : 'the Ids of orders that';
  // Those that can still be changed were updated.
  return duplicates === 'update'
    ? `${orders} cannot be changed`
    : `${orders} ${isOne ? 'is' : 'are'} there already`;
}

/**
 * What to do about rejected rows, as sentences. Whoever gives new Ids to a file that was sent twice has everything
 * delivered twice, so what is told to be corrected are the other rows.
 * @param correction what to do with errors in `those` rows; none where nothing is said of it
 */
export function rejectedAdvice(rejected: Rejected, correction?: (those: string) => string): string {
  const { rowsRejected, rowsTaken, duplicates, fixesOf } = rejected;
  if (rowsTaken === 0) return correction?.('them') ?? '';
  const asks = rowsTaken * 2 >= rowsRejected;
  const before = fixesOf ? 'Were these rows imported before?' : 'Was this file imported before?';
  const update = duplicates === 'update' ? '' : '; set to update, they change those orders';
  const sentences = [
    asks ? before : '',
    `With \`duplicates\` set to skip, rows with such Ids are passed over${update}.`,
    rowsTaken === rowsRejected ? '' : (correction?.('those with other errors') ?? ''),
  ];
  return sentences.filter(Boolean).join(' ');
}
