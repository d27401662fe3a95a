import { z } from 'zod';

/** Every kind of job and its payload: ids only, no data. */
export const jobMap = {
  'housekeeping.run': z.object({}),
  'imports.run': z.object({ importId: z.uuid() }),
  'invitations.mail': z.object({ invitationId: z.uuid(), generation: z.int() }),
  'claimed-emails.mail': z.object({ userId: z.uuid() }),
  'password-resets.mail': z.object({ passwordResetId: z.uuid() }),
  'routes.measure': z.object({ routeId: z.uuid(), organizationId: z.uuid() }),
  'routes.watch': z.object({}),
  'proofs.clear-files': z.object({ proofId: z.uuid() }),
  'proofs.sweep': z.object({}),
} as const satisfies Record<string, z.ZodType>;

/** Kinds of work with their own slots in every process, so that none waits behind another. */
export const lanes = {
  short: {
    slots: 4,
    oneATenant: false,
    names: [
      'housekeeping.run',
      'invitations.mail',
      'password-resets.mail',
      'claimed-emails.mail',
      'proofs.clear-files',
      'proofs.sweep',
    ],
  },
  /** What routes need soon after a change: one slow OSRM holds up nothing but this. */
  routes: { slots: 2, oneATenant: false, names: ['routes.measure', 'routes.watch'] },
  /** Run for minutes: one at a time per tenant, across all processes. */
  imports: { slots: 3, oneATenant: true, names: ['imports.run'] },
} as const satisfies Record<string, Lane>;

interface Lane {
  slots: number;
  oneATenant: boolean;
  names: readonly JobName[];
}

export type LaneName = keyof typeof lanes;
export const laneNames = Object.keys(lanes) as LaneName[];

export type JobName = keyof typeof jobMap;
export type JobPayload<N extends JobName> = z.output<(typeof jobMap)[N]>;

export const jobNames = Object.keys(jobMap) as JobName[];

/** Attempts before a job fails for good, and the seconds to wait before each retry. */
export const maxAttempts = 12;
/** Runners that may die over one job, without progress in between, before it fails for good. */
export const maxCrashes = 3;
export const retryDelay = (attempt: number) => Math.min(2 ** attempt, 3_600);
