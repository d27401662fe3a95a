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
  /** The attempt that is to come, so that one which was made is not made again; and how often it was begun anew. */
  'webhooks.deliver': z.object({ deliveryId: z.uuid(), attempt: z.int(), round: z.int().default(0) }),
  'webhook-endpoints.mail': z.object({ endpointId: z.uuid() }),
  'shopify.receive': z.object({ webhookEventId: z.uuid() }),
  /** The file that a customer of a store asked for; and its end. */
  'shopify.export': z.object({ dataRequestId: z.uuid() }),
  'shopify.clear-export': z.object({ dataRequestId: z.uuid() }),
  'shopify-data-requests.mail': z.object({ dataRequestId: z.uuid() }),
  'shopify.erase': z.object({ erasureId: z.uuid() }),
  /** Once a day: has every store looked after. */
  'shopify.watch': z.object({}),
  /** Its tokens renewed, its webhook subscriptions as they should be. */
  'shopify.tend': z.object({ storeId: z.uuid() }),
  /** What it told while nobody listened. */
  'shopify.catch-up': z.object({ storeId: z.uuid() }),
  /** A draft again: brought up to what its store says now. */
  'shopify.refresh': z.object({ orderId: z.uuid() }),
  /** After it was disconnected: the app removed from it. */
  'shopify.revoke': z.object({ storeId: z.uuid() }),
  /** All that the store has yet to send becomes drafts. */
  'shopify.import': z.object({ importId: z.uuid() }),
  'sandbox.drive': z.object({ routeId: z.uuid(), organizationId: z.uuid() }),
  /** What its store is to hear of an order; of an attempt, which one. `fulfil` was asked for by a person. */
  'shopify.report': z.object({
    orderId: z.uuid(),
    what: z.enum(['started', 'eta', 'attempted', 'fulfil']),
    attemptId: z.uuid().optional(),
  }),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof jobMap;
export type JobPayload<N extends JobName> = z.output<(typeof jobMap)[N]>;

export const jobNames = Object.keys(jobMap) as JobName[];

interface Queue {
  /** Jobs of it that run at once in a process. */
  slots: number;
  /** Jobs of one tenant that run at once, across all processes. */
  perTenant?: number;
  /** The same for all tenants of one team. */
  perTeam?: number;
  /** Jobs for each slot whose ids may be with Bull beyond those that run: none where a job takes minutes. */
  ahead?: number;
  /** Jobs whose ids are brought by Bull as one: less work where there are hundreds a second. One by default. */
  together?: number;
  /** How long those that are done can be looked at; a week by default. With 0 they are deleted as they end. */
  keptHours?: number;
  names: readonly JobName[];
}

/** Kinds of work with their own slots in every process, so that none waits behind another. */
export const queues = {
  housekeeping: { slots: 2, names: ['housekeeping.run', 'proofs.clear-files', 'proofs.sweep'] },
  mail: {
    slots: 4,
    names: [
      'invitations.mail',
      'password-resets.mail',
      'claimed-emails.mail',
      'webhook-endpoints.mail',
      'shopify-data-requests.mail',
    ],
  },
  /** What routes need soon after a change: one slow OSRM holds up nothing but this. */
  routes: { slots: 2, keptHours: 1, names: ['routes.measure', 'routes.watch'] },
  /** Try-outs, for which nothing real waits. */
  sandbox: { slots: 2, perTenant: 1, keptHours: 1, names: ['sandbox.drive'] },
  /**
   * Wait for receivers, which costs little; an endpoint is a tenant, so that one which hangs holds up no other, and a
   * team whose endpoints all hang no other team. Deliveries have their own log.
   */
  webhooks: {
    slots: 256,
    perTenant: 4,
    perTeam: 16,
    together: 16,
    keptHours: 0,
    names: ['webhooks.deliver'],
  },
  /**
   * Wait for stores, which costs little. An order is a tenant, so that its store hears of it in order, and its client a
   * team, so that a store which hangs holds up no other.
   */
  fulfilment: { slots: 64, perTenant: 1, perTeam: 10, keptHours: 24, names: ['shopify.report'] },
  /** Wait for Shopify; a store is a tenant. */
  shopify: {
    slots: 4,
    perTenant: 2,
    names: [
      'shopify.watch',
      'shopify.tend',
      'shopify.refresh',
      'shopify.revoke',
      'shopify.receive',
      'shopify.export',
      'shopify.clear-export',
      'shopify.erase',
    ],
  },
  /** Wait for Shopify for minutes: as long as a store’s orders are many and its bucket is small. */
  'shopify-imports': { slots: 4, perTenant: 1, ahead: 0, names: ['shopify.import', 'shopify.catch-up'] },
  /** Run for minutes. */
  imports: { slots: 3, perTenant: 1, ahead: 0, names: ['imports.run'] },
} as const satisfies Record<string, Queue>;

export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];

const named: Record<QueueName, Queue> = queues;
const queueByJob = new Map(queueNames.flatMap((queue) => named[queue].names.map((name) => [name, queue])));

/** The queue that a kind of job waits in. @throws Error when it is in none */
export function queueOf(name: JobName): QueueName {
  const queue = queueByJob.get(name);
  if (!queue) throw new Error(`The job ${name} has no queue`);
  return queue;
}

const unlimited = 1_000_000;

export type QueueLimits = Required<Pick<Queue, 'slots' | 'perTenant' | 'perTeam' | 'ahead' | 'together'>> & {
  /** How many times at once Bull may bring `together` jobs to a process. */
  lanes: number;
};

/** How many jobs of a queue may be under way at once. */
export function limitsOf(queue: QueueName): QueueLimits {
  const { slots, perTenant = unlimited, perTeam = unlimited, ahead = 1, together = 1 } = named[queue];
  return { slots, perTenant, perTeam, ahead, together, lanes: Math.max(1, Math.floor(slots / together)) };
}

export const keptHoursOf = (queue: QueueName) => named[queue].keptHours ?? 7 * 24;

/** Attempts before a job fails for good, and the seconds to wait before each retry. */
export const maxAttempts = 12;
/** Runners that may die over one job, without progress in between, before it fails for good. */
export const maxCrashes = 3;
export const retryDelay = (attempt: number) => Math.min(2 ** attempt, 3_600);
