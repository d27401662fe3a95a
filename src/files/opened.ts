import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** The stream once its first bytes are there; undefined when there is no such file. */
export async function opened(stream: Readable): Promise<Readable | undefined> {
  try {
    await once(stream, 'readable');
    return stream;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
