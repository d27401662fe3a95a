import { notShippableDetails, type NotShippableReason } from './shippable.js';

export const importOutcomes = {
  imported: 'It is a draft now.',
  redacted:
    'It is a draft now, but Shopify kept the recipient’s data back: fill them in before you submit it.',
  already_imported: 'It was imported before, and nothing was changed.',
  not_shippable: 'There is nothing to deliver; `detail` says why.',
  id_taken:
    'Another of your orders has its Id. Only you know whether it is the same; `detail` says what to do.',
  not_found: 'The store has no such order, or does not show it to us.',
  ambiguous: 'Several orders of the store are meant by it. Name the one you mean by its id.',
  not_understood: 'It names no order.',
} as const;
export type ImportOutcome = keyof typeof importOutcomes;
export const outcomeNames = Object.keys(importOutcomes) as ImportOutcome[];

/** What became of one order that was asked for. */
export interface ImportedItem {
  /** As it was asked for; the order’s id where all were. */
  input: string;
  shopifyOrderId: string | null;
  name: string | null;
  outcome: ImportOutcome;
  orderId: string | null;
  /** In plain words; for what succeeded the warnings, null for none. */
  detail: string | null;
}

/** Whether it became a draft by this. */
export const isMade = ({ outcome }: Pick<ImportedItem, 'outcome'>) =>
  outcome === 'imported' || outcome === 'redacted';

/** Whether nothing is left to do about it. */
export const isSettled = (item: Pick<ImportedItem, 'outcome'>) =>
  isMade(item) || item.outcome === 'already_imported';

export const redactedDetail =
  'Shopify does not tell us its recipient: the app is not approved for customers’ data, or the customer was erased. Fill in the missing fields.';

/** Of an order that was imported before and erased since. */
export const erasedDetail = (isDraft: boolean) =>
  isDraft
    ? 'It was imported before, and its data were erased since, as privacy law asks. If you still have to deliver it, delete the draft and import it again.'
    : 'It was imported before, and its data were erased since, as privacy law asks. Only a draft can be deleted and imported again, which it is no more.';

export const notFoundDetail = (canSeeOld: boolean) =>
  canSeeOld
    ? 'The store has no such order.'
    : 'The store shows us no such order. Orders older than 60 days are shown only to apps that Shopify allowed to see them: enter it by hand, or ask your delivery company.';

export const idTakenDetail = (externalId: string) =>
  `Another of your orders has the Id “${externalId}” already. If it is the same order, there is nothing to do. Else give that order another Id, or delete it, and import this one again.`;

export const notShippable = (reason: NotShippableReason) => notShippableDetails[reason];
