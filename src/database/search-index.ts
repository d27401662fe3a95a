import type pg from 'pg';
import { openClient } from './connections/connections.js';

const extension = 'pg_trgm';

/** What a server answers that does not have the extension, or does not let this login create it. */
const refusals = ['0A000', '22023', '42501', '58P01'];

/**
 * Each index has the texts of some organizations, told by a hash, as `order_candidates` does: a search reads what all
 * organizations of an index have of its words.
 */
const parts = Array.from({ length: 16 }, (_, part) => ({
  index: `order_texts_by_text_${part}`,
  // Asked by null, which the planner believes of most rows: an equality it would take for a narrow condition of its own.
  texts: `nullif(uuid_hash(organization_id) & 15 = ${part}, false) is not null`,
}));

export async function hasSearchIndex(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'select bool_and(to_regclass(name) is not null) as found from unnest($1::text[]) name',
    [parts.map(({ index }) => index)],
  );
  return rows[0]!.found;
}

/**
 * Makes the indexes over the text of orders that are not there. They need an extension that not every server has:
 * without it search is right all the same, but reads every order.
 * @param url of the database, as its owner
 */
export async function makeSearchIndex(url: string, log: (message: string) => void): Promise<void> {
  const owner = openClient(url, 'migrations');
  await owner.connect();
  try {
    await owner.query(`create extension if not exists ${extension}`);
    // One list of whose the texts are: an organization's own searches look there for it, its clients' for themselves.
    // A short list of entries that are not sorted in yet, since every search reads all of it.
    for (const { index, texts } of parts)
      await owner.query(
        `create index if not exists ${index} on order_texts
          using gin ((array[organization_id, client_id]), text gin_trgm_ops) with (gin_pending_list_limit = 1024)
          where ${texts}`,
      );
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!refusals.includes(code)) throw error;
    log(
      `Search reads every order, since the database lets nobody here create ${extension} (${message}): ` +
        `let a superuser run "create extension ${extension}" in it, and start again.`,
    );
  } finally {
    await owner.end();
  }
}
