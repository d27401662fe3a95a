import type { Door } from './connections.js';

/** The fewest connections a process can work with: one per pool. */
export const leastConnections = 7;

/** Pools that share the process's connections; migrations run before any of them opens. */
export type BudgetedDoor = Exclude<Door, 'migrations'>;

/**
 * Divides the process's connections among its pools. The job runner, the listener to events and the health check
 * have their own, so that none waits behind requests.
 */
export function divideConnections(total: number): Record<BudgetedDoor, number> {
  const shared = total - 3;
  const share = (parts: number) => Math.max(1, Math.floor((shared * parts) / 20));
  const [reads, system, bulk] = [share(5), share(4), Math.min(6, share(4))];
  return { jobs: 1, events: 1, health: 1, reads, system, bulk, writes: shared - reads - system - bulk };
}
