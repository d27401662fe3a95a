import type pg from 'pg';
import { openClient } from '../database/connections.js';

/**
 * Runs `work` on a connection of its own that nothing but `signal` hurries; afterwards it is closed.
 * A signal breaks the connection, and with it the open transaction.
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

/** A polite end would wait for a COPY that nobody reads. */
export function breaking(client: pg.ClientBase): () => void {
  const { stream } = (client as pg.ClientBase & { connection: pg.Connection }).connection;
  return () => void stream.destroy();
}
