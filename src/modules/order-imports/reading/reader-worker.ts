import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What a reading thread may hold, by its work. */
export const heapMebibytes = { import: 512, preview: 128, rejected: 128 };
const youngMebibytes = 8;

/** The built worker, also for code that runs from source. */
function workerFile(): URL {
  const beside = new URL('./reader.worker.js', import.meta.url);
  if (existsSync(fileURLToPath(beside))) return beside;
  return new URL(beside.href.replace('/src/modules/', '/dist/modules/'));
}

/**
 * Starts a thread that loads what reading needs and waits for its task.
 * @param spare there is time before its task, to warm up
 */
export function startReader(heap: number, { spare = false } = {}): Worker {
  return new Worker(workerFile(), {
    workerData: { spare },
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: youngMebibytes },
  });
}
