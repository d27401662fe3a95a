import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ReaderMessage, ReaderRequest, ReadPlan } from './read-plan.js';

/** Messages the thread may prepare before they are taken. */
const ahead = 2;
const heapMebibytes = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

/** The built worker, also for code that runs from source. */
function workerFile(): URL {
  const beside = new URL('./import-reader.worker.js', import.meta.url);
  if (existsSync(fileURLToPath(beside))) return beside;
  return new URL(beside.href.replace('/src/modules/', '/dist/modules/'));
}

function ask(worker: Worker, spare: ArrayBuffer[]): void {
  worker.postMessage({ spare } satisfies ReaderRequest, spare);
}

/**
 * Reads a spreadsheet in a thread of its own, at most {@link ahead} messages before its caller.
 * A batch may be used until the next is asked for. Leaving the loop, or the signal, ends the thread.
 */
export async function* readInThread(
  plan: ReadPlan,
  signal?: AbortSignal,
): AsyncGenerator<ReaderMessage, void, void> {
  signal?.throwIfAborted();
  const worker = new Worker(workerFile(), { workerData: plan, resourceLimits: heapMebibytes });
  const messages: ReaderMessage[] = [];
  let failure: Error | undefined;
  let ended = false;
  let wake = () => {};
  worker.on('message', (message: ReaderMessage) => {
    messages.push(message);
    wake();
  });
  worker.on('error', (error: Error) => {
    failure = error;
    wake();
  });
  worker.on('exit', () => {
    ended = true;
    wake();
  });
  const abort = () => wake();
  signal?.addEventListener('abort', abort);
  try {
    for (let i = 0; i < ahead; i += 1) ask(worker, []);
    for (;;) {
      signal?.throwIfAborted();
      const message = messages.shift();
      if (message) {
        yield message;
        if (message.type === 'end' || message.type === 'refused') return;
        ask(worker, message.type === 'batch' ? [message.orders.buffer, message.problems.buffer] : []);
      } else if (failure) throw failure;
      else if (ended) throw new Error('The reading thread ended before the file did');
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
