import type pg from 'pg';
import { flyFrom } from '../connections/flight.js';
import { together } from '../connections/refusals.js';
import type { Read } from '../replica/replica.js';

type Rows = Record<string, unknown>[];

/** Milliseconds that reads wait for the flight before theirs, so that one that is stuck holds up nobody else. */
const patience = 2;

/**
 * Sends reads that take next to no time: those of one tenant that come together go in one flight, each after it was
 * asked for. One that fails for a reason of its own fails alone.
 */
export function briefReads(pool: pg.Pool): (read: Read) => Promise<Rows> {
  const ask = together(tenantOf, (reads: Read[]) => readAll(pool, reads), patience);
  return async (read) => (await ask(read)).get(read)!;
}

/** All that makes a read somebody's; no setting has a null character. */
function tenantOf([opening]: Read): string {
  return [opening.text, ...opening.values].join('\0');
}

async function readAll(pool: pg.Pool, reads: Read[]): Promise<Map<Read, Rows>> {
  const [[opening]] = reads as [Read];
  const [, ...rows] = await flyFrom(pool, [opening, ...reads.map(([, query]) => query)]);
  return new Map(reads.map((read, index) => [read, rows[index]!]));
}
