import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { SpareMemory } from './copy-buffer.js';
import { readImport } from './import-reader.js';
import type { ReaderMessage, ReaderRequest, ReaderTask } from './reader-messages.js';
import { rejectedRowsFile, type RejectedRow } from './rejected-rows.js';
import { warmUp } from './warm-up.js';

/** The thread's end of the channel; sends no message before it is requested. */
class Teller {
  readonly memory = new SpareMemory();
  readonly task: Promise<ReaderTask>;
  private begin!: (task: ReaderTask) => void;
  private asked = 0;
  private readonly pages: RejectedRow[][] = [];
  /** Sending and waiting for rows may overlap: a workbook is compressed while its rows are read. */
  private waiting: (() => void)[] = [];

  constructor(private readonly port: MessagePort) {
    this.task = new Promise((resolve) => (this.begin = resolve));
    port.on('message', (request: ReaderRequest) => {
      if (request.type === 'task') this.begin(request.task);
      else if (request.type === 'rejected') this.pages.push(request.rows);
      else {
        for (const spare of request.spare) this.memory.giveBack(spare);
        this.asked += 1;
      }
      for (const wake of this.waiting.splice(0)) wake();
    });
  }

  async tell(message: ReaderMessage): Promise<void> {
    while (this.asked === 0) await this.change();
    this.asked -= 1;
    const transfer = message.type === 'batch' ? [message.orderLines.buffer, message.problemLines.buffer] : [];
    this.port.postMessage(message, transfer);
  }

  async rejectedRows(): Promise<RejectedRow[]> {
    this.port.postMessage({ type: 'wanted' } satisfies ReaderMessage);
    for (;;) {
      const page = this.pages.shift();
      if (page) return page;
      await this.change();
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** Lowers the thread's priority below requests and the database. Works on Linux only, where threads have ids. */
function lowerPriority(): void {
  try {
    const threadId = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(threadId, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The usual priority works too.
  }
}

async function main(port: MessagePort): Promise<void> {
  const teller = new Teller(port);
  const task = await teller.task;
  if (task.type === 'import') {
    for await (const message of readImport(task.plan, teller.memory)) await teller.tell(message);
  } else {
    for await (const bytes of rejectedRowsFile(task.plan, () => teller.rejectedRows()))
      await teller.tell({ type: 'piece', bytes });
    await teller.tell({ type: 'end', unlisted: 0 });
  }
  port.close();
}

lowerPriority();
if ((workerData as { spare: boolean }).spare) warmUp();
await main(parentPort!);
