import type pg from 'pg';
import { streamOf } from '../database/connections/pipelined-client.js';
import { openClient } from '../database/connections/connections.js';

/**
 * Runs `work` on its own connection without time limits and closes it afterwards. When `signal` aborts, the
 * connection breaks, and the open transaction with it.
 */
export async function connected<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const client = openClient(url, 'migrations');
  await client.connect();
  const cut = breaking(client);
  signal?.addEventListener('abort', cut);
  try {
    const result = await work(client);
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    cut();
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', cut);
    await client.end().catch(() => undefined);
  }
}

/** Returns a function that breaks the connection; `end()` would wait for a COPY that nobody reads. */
export function breaking(client: pg.ClientBase): () => void {
  return () => void streamOf(client).destroy();
}
