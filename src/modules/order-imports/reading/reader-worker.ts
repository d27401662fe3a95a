import { Worker } from 'node:worker_threads';
import { builtFile } from '../../../common/built-file.js';

/** What a reading thread may hold, by its work. */
export const heapMebibytes = { import: 512, preview: 128, rejected: 128 };
const youngMebibytes = 32;
const workerFile = new URL('./reader.worker.js', import.meta.url);

/**
 * Starts a thread that loads what reading needs and waits for its task.
 * @param spare there is time before its task, to warm up
 */
export function startReader(heap: number, { spare = false } = {}): Worker {
  return new Worker(builtFile(workerFile), {
    workerData: { spare },
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: youngMebibytes },
  });
}
