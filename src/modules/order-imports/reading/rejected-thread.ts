import { Readable } from 'node:stream';
import { ReaderThread, type ReadingOptions } from './reader-thread.js';
import { heapMebibytes, startReader } from './reader-worker.js';
import type { RejectedPlan, RejectedRow } from './rejected-rows.js';

const ahead = 2;
/** A caller that reads nothing for this long loses its slot. */
const patienceMilliseconds = 30_000;

/**
 * The spreadsheet of rejected rows, made in a thread of its own as fast as the caller reads. Ends with the
 * signal, or when nobody reads.
 */
export function rejectedRowsStream(
  plan: RejectedPlan,
  nextPage: () => Promise<RejectedRow[]>,
  options: ReadingOptions,
): Readable {
  const { signal } = options;
  const thread = new ReaderThread(
    () => startReader(heapMebibytes.rejected),
    { type: 'rejected', plan },
    options,
  );
  const stream = Readable.from(pieces(), { objectMode: false });
  const leave = () => stream.destroy();
  signal.addEventListener('abort', leave, { once: true });
  stream.once('close', () => {
    signal.removeEventListener('abort', leave);
    void thread.end();
  });
  return stream;

  async function* pieces(): AsyncGenerator<Uint8Array, void, void> {
    for (let i = 0; i < ahead; i += 1) thread.ask({ type: 'more', spare: [] });
    for (;;) {
      const message = await thread.next();
      if (message.type === 'end') return;
      if (message.type === 'wanted') thread.ask({ type: 'rejected', rows: await nextPage() });
      if (message.type !== 'piece') continue;
      thread.ask({ type: 'more', spare: [] });
      const patience = setTimeout(leave, patienceMilliseconds);
      try {
        yield message.bytes;
      } finally {
        clearTimeout(patience);
      }
    }
  }
}
