import { z } from 'zod';

/** Every kind of job and its payload: ids, never data. */
export const jobMap = {
  'housekeeping.run': z.object({}),
  'imports.run': z.object({ importId: z.uuid() }),
  'invitations.mail': z.object({ invitationId: z.uuid(), generation: z.int() }),
  'password-resets.mail': z.object({ passwordResetId: z.uuid() }),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof jobMap;
export type JobPayload<N extends JobName> = z.output<(typeof jobMap)[N]>;

export const jobNames = Object.keys(jobMap) as JobName[];

/** Attempts before a job is given up, and the seconds to wait before each next one. */
export const maxAttempts = 12;
export const retryDelay = (attempt: number) => Math.min(2 ** attempt, 3_600);
