import type { ReadPlan } from './read-plan.js';
import type { ReaderMessage } from './reader-messages.js';
import { ReaderThread, ReadingTooCostlyError, type ReadingOptions } from './reader-thread.js';
import { heapMebibytes, startReader } from './reader-worker.js';

/** Messages the thread may prepare in advance. */
const ahead = 2;

/**
 * Reads a spreadsheet in a thread of its own, at most {@link ahead} messages ahead. A batch is valid until
 * the one after the next is requested, so that it can be written while the next one is staged. Leaving the loop, or the signal, ends the thread.
 */
export async function* readInThread(
  plan: ReadPlan,
  options: ReadingOptions,
  newWorker = () => startReader(heapMebibytes.preview),
): AsyncGenerator<ReaderMessage, void, void> {
  const thread = new ReaderThread(newWorker, { type: 'import', plan }, options);
  try {
    for (let i = 0; i < ahead; i += 1) thread.ask({ type: 'more', spare: [] });
    let held: ArrayBuffer[] = [];
    for (;;) {
      const message = await thread.next();
      yield message;
      if (message.type === 'end' || message.type === 'refused') return;
      thread.ask({ type: 'more', spare: held }, held);
      held = message.type === 'batch' ? [message.orderLines.buffer, message.problemLines.buffer] : [];
    }
  } catch (error) {
    if (!(error instanceof ReadingTooCostlyError)) throw error;
    yield {
      type: 'refused',
      code: 'reading_too_costly',
      detail: `${error.message} Copy its rows to a new workbook, or save it as CSV, and upload that.`,
    };
  } finally {
    await thread.end();
  }
}
