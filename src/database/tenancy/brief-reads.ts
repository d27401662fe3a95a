import type pg from 'pg';
import { coalesceBy } from '../../common/coalesce.js';
import { outageOf } from '../../common/problems/outages.js';
import { flyFrom } from '../connections/flight.js';
import type { Read } from '../replica/replica.js';

type Rows = Record<string, unknown>[];

/** Milliseconds that reads wait for the flight before theirs, so that one that is stuck holds up nobody else. */
const patience = 2;

/**
 * Sends reads that take next to no time: those of one tenant that come together go in one flight, each after it was
 * asked for. One that fails for a reason of its own fails alone.
 */
export function briefReads(pool: pg.Pool): (read: Read) => Promise<Rows> {
  const together = coalesceBy(tenantOf, (reads: Read[]) => readTogether(pool, reads), patience);
  return async (read) => (await together(read))?.get(read) ?? readAlone(pool, read);
}

/** All that makes a read somebody's; no setting has a null character. */
function tenantOf([opening]: Read): string {
  return [opening.text, ...opening.values].join('\0');
}

/** Undefined where each has to be read alone. */
async function readTogether(pool: pg.Pool, reads: Read[]): Promise<Map<Read, Rows> | undefined> {
  const [[opening]] = reads as [Read];
  try {
    const [, ...rows] = await flyFrom(pool, [opening, ...reads.map(([, query]) => query)]);
    return new Map(reads.map((read, index) => [read, rows[index]!]));
  } catch (error) {
    if (reads.length === 1 || outageOf(error)) throw error;
    return undefined;
  }
}

async function readAlone(pool: pg.Pool, read: Read): Promise<Rows> {
  return (await flyFrom(pool, read))[1]!;
}
