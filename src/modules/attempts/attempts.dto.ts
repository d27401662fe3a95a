import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { latitude, longitude, momentInput, optionalText } from '../../common/schemas/schemas.js';
import { attemptStates, deliveryStateMeanings } from '../orders/order-status.js';

/** How far a phone's clock may be ahead. */
const clockSkewMinutes = 5;

export const attemptState = described('How an attempt ended:', deliveryStateMeanings, {
  values: attemptStates,
}).meta({ id: 'AttemptState' });

const attemptPlace = z
  .strictObject({ latitude, longitude })
  .meta({ id: 'LocationInput', description: 'A place on earth.' });

export const createAttemptBody = z
  .strictObject({
    state: attemptState.meta({ description: 'How the attempt ended.', example: 'delivered_to_recipient' }),
    attemptedAt: momentInput
      .refine((at) => new Date(at).getTime() <= Date.now() + clockSkewMinutes * 60_000, {
        error: 'lies in the future; send when the attempt was made, or leave it out for now',
      })
      .nullish()
      .meta({ description: 'When the driver was there, not in the future. Left out or null: now.' }),
    location: attemptPlace.nullish().meta({
      description: 'Where the driver was. Left out or null: not known.',
      example: { latitude: 40.7532, longitude: -73.9822 },
    }),
    signeeName: optionalText(200).optional().meta({
      description: 'Who took the packages or signed for them, up to 200 characters.',
      example: 'Ada Reader',
    }),
    recipientNotes: optionalText(2000)
      .optional()
      .meta({ description: 'Notes for the recipient and the client, up to 2000 characters.', example: null }),
    internalNotes: optionalText(2000)
      .optional()
      .meta({ description: 'Notes that only the organization sees, up to 2000 characters.', example: null }),
  })
  .meta({ id: 'CreateAttempt', description: 'What a driver did at a stop.' });
export type CreateAttempt = z.output<typeof createAttemptBody>;
