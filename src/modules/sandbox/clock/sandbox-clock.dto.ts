import { z } from 'zod';

const day = 24 * 3_600;
const mostDays = 90;

export const advanceClockBody = z
  .strictObject({
    seconds: z
      .int()
      .min(1)
      .max(mostDays * day)
      .meta({
        description: `By how many seconds the clock moves ahead, 1 to ${mostDays * day} (${mostDays} days).`,
        example: day,
      }),
  })
  .meta({ id: 'AdvanceSandboxClock', description: 'How far to move the clock.' });
export type AdvanceClock = z.output<typeof advanceClockBody>;

const becameDue = z
  .object({
    invitations: z.int().describe('Open invitations that expired.'),
    webhookAttempts: z.int().describe('Next attempts of webhook deliveries, which are made now.'),
    etas: z.int().describe('Stops out for delivery whose ETA has passed.'),
    jobs: z.int().describe('Other work behind the scenes, which is done now.'),
  })
  .meta({ id: 'BecameDue', description: 'What this move of the clock made due.' });

export const sandboxClockDto = z
  .object({
    advancedSeconds: z.int().meta({
      description: 'How many seconds the clock has been moved ahead in all.',
      example: day,
    }),
    becameDue: becameDue.describe('What this move made due.'),
  })
  .meta({ id: 'SandboxClock', description: 'The clock of a sandbox after a move.' });
export type SandboxClockDto = z.output<typeof sandboxClockDto>;
