import type { Page, PagePromise } from '../src/index.js';
import { table, type Column } from './layout.js';
import { show } from './shown.js';
import type { Terminal } from './terminal.js';

/** Options of commands that list. */
export const listOptions = {
  limit: { type: 'string', value: 'N', least: 1, description: 'So many at most; 50 without it.' },
  all: { type: 'boolean', description: 'All there are.' },
} as const;

/** Prints the first of a list as a table, or as JSON `{ "items": […] }`. */
export async function printList<Row>(
  terminal: Terminal,
  { limit, all }: { limit?: string; all?: boolean },
  ask: (limit: number) => PagePromise<Page<Row>>,
  columns: readonly Column<Row>[],
  what: string,
): Promise<void> {
  const most = all ? Infinity : Number(limit ?? 50);
  const found = await ask(Math.min(most + 1, 200)).toArray(most + 1);
  const items = found.slice(0, most);
  if (terminal.isJson) return terminal.json({ items });
  if (items.length === 0) return terminal.note(show`No ${what}.`);
  terminal.out(table(columns, items, terminal.width));
  if (found.length > most)
    terminal.note(show`The first ${items.length}; --limit and --all show more.`.styled('dim'));
}
