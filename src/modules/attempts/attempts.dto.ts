import { z } from 'zod';
import { latitude, longitude, momentInput, optionalText } from '../../common/schemas.js';
import { attemptStates } from '../orders/order-status.js';

/** How far a phone's clock may be ahead. */
const clockSkewMinutes = 5;

export const createAttemptBody = z
  .strictObject({
    state: z.enum(attemptStates).meta({ example: 'delivered_to_recipient' }),
    attemptedAt: momentInput
      .refine((at) => new Date(at).getTime() <= Date.now() + clockSkewMinutes * 60_000, {
        error: 'lies in the future; send when the attempt was made, or leave it out for now',
      })
      .nullish()
      .meta({ description: 'When the driver was there. Default: now.' }),
    location: z
      .strictObject({ latitude, longitude })
      .nullish()
      .meta({
        description: 'Where the driver was, WGS-84.',
        example: { latitude: 40.7532, longitude: -73.9822 },
      }),
    signeeName: optionalText(200).optional().meta({ example: 'Ada Reader' }),
    recipientNotes: optionalText(2000)
      .optional()
      .meta({ description: 'For the recipient and the client to read.', example: null }),
    internalNotes: optionalText(2000)
      .optional()
      .meta({ description: 'For the organization only.', example: null }),
  })
  .meta({ id: 'CreateAttempt' });
export type CreateAttempt = z.output<typeof createAttemptBody>;
