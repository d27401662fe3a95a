import type { Door } from './connections.js';

/** Least connections a process can work with: one for each door. */
export const leastConnections = 6;

/** Doors that share what the process may take; migrations run before any of them opens. */
export type BudgetedDoor = Exclude<Door, 'migrations'>;

/**
 * Divides the connections that one process may take in all among its doors. The job runner's and the health check's
 * are kept for them, so that neither waits behind requests.
 */
export function divideConnections(total: number): Record<BudgetedDoor, number> {
  const shared = total - 2;
  const share = (parts: number) => Math.max(1, Math.floor((shared * parts) / 20));
  const [reads, system, bulk] = [share(5), share(4), Math.min(6, share(4))];
  return { jobs: 1, health: 1, reads, system, bulk, writes: shared - reads - system - bulk };
}
