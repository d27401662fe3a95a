import { parentPort, workerData } from 'node:worker_threads';
import { SpareMemory } from './copy-buffer.js';
import { readImport } from './import-reader.js';
import type { ReaderRequest, ReadPlan } from './read-plan.js';

/** Reads in a thread of its own. Each message from the other side asks for one more. */
async function main(): Promise<void> {
  const port = parentPort!;
  let asked = 0;
  let wake = () => {};
  const memory = new SpareMemory();
  port.on('message', (request: ReaderRequest) => {
    for (const spare of request.spare) memory.giveBack(spare);
    asked += 1;
    wake();
  });
  for await (const message of readImport(workerData as ReadPlan, memory)) {
    while (asked === 0) await new Promise<void>((resolve) => (wake = resolve));
    asked -= 1;
    const transfer = message.type === 'batch' ? [message.orders.buffer, message.problems.buffer] : [];
    port.postMessage(message, transfer);
  }
  port.close();
}

await main();
