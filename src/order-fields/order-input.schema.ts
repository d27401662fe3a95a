import type { z } from 'zod';
import type { OrderContent } from './order-content.js';
import { orderContent, orderPatch, patchedContent } from './order-content.schema.js';
import { metadataInput, type Metadata } from './order-metadata.js';

/** What callers of the API write: the content, which spreadsheets hold too, and their own metadata. */
export type OrderInput = OrderContent & { metadata: Metadata };

export const orderInput = orderContent.extend({
  metadata: metadataInput.optional().transform((given): Metadata => given ?? {}),
});

/** Changes to an order, as in {@link orderPatch}; metadata is replaced as a whole. */
export const orderChanges = orderPatch.extend({
  metadata: metadataInput
    .meta({ description: `${metadataInput.meta()!.description!} Given, it replaces what was there.` })
    .optional(),
});
export type OrderChanges = z.output<typeof orderChanges>;

/** The stored order with the changes applied, to be validated with `orderInput`: see {@link patchedContent}. */
export function patchedOrder(stored: OrderInput, changes: OrderChanges): z.input<typeof orderInput> {
  const { metadata = stored.metadata } = changes;
  return { ...patchedContent(stored, changes), metadata };
}
