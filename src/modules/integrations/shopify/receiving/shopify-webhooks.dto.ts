import { z } from 'zod';
import { described } from '../../../../common/schemas/described.js';

const receipts = {
  accepted: 'It is kept and will be worked on.',
  repeated: 'It came before; nothing more is done.',
  ignored: 'It is of no concern to anybody here.',
} as const;

export const webhookReceipt = z
  .object({
    receipt: described('What becomes of it:', receipts).meta({ example: 'accepted' }),
  })
  .meta({ id: 'ShopifyWebhookReceipt', description: 'That a webhook was taken.' });
export type WebhookReceipt = z.output<typeof webhookReceipt>;
