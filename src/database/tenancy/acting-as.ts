import type { FlightStatement } from '../connections/flight.js';
import { statementNames } from './statement-names.js';

const nameOf = statementNames('acting');

/**
 * Settings for statements that find rows by their keys. One that is planned while its table is small would go on reading
 * it from end to end until the table is next analyzed.
 */
export const byIndex = { enable_seqscan: 'off' };

/**
 * Settings for statements of several callers, who would all wait for a lock that one of them has to wait for, or deadlock
 * with others who take the same locks in another order. Milliseconds; well below `deadlock_timeout`.
 */
export const impatient = { lock_timeout: '100' };

/** The first statement of a flight: makes the rest of it run with these settings, the role among them. */
export function actingAs(settings: Record<string, string>): FlightStatement {
  const entries = Object.entries(settings);
  const sets = entries.map(([name], index) => `set_config('${name}', $${index + 1}, true)`);
  // One number to read instead of each value.
  const text = `select num_nulls(${sets.join(', ')})`;
  return { name: nameOf(text), text, values: entries.map(([, value]) => value) };
}
