import { Worker } from 'node:worker_threads';
import { builtFile } from '../common/built-file.js';
import type { PdfAnswer, PdfTask } from './pdf-tasks.js';

interface Waiting {
  resolve: (bytes: Buffer) => void;
  reject: (error: unknown) => void;
}

const heapMebibytes = 512;
/** An idle thread ends, so that a server that makes few PDFs does not hold the fonts. */
const idleMilliseconds = 60_000;

/** Makes PDFs in a thread of its own, so that requests go on meanwhile. Its worker calls {@link servePdfs}. */
export class PdfThread<Plan> {
  private worker?: Worker;
  private idle?: NodeJS.Timeout;
  private last = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** @param file the worker beside its caller: `new URL('./labels.worker.js', import.meta.url)` */
  constructor(private readonly file: URL) {}

  /** @throws what the worker throws, why its thread ended, or the reason of the signal */
  make(plan: Plan, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted();
    clearTimeout(this.idle);
    this.worker ??= this.start();
    this.worker.ref();
    const id = (this.last += 1);
    const tell = (task: PdfTask<Plan>) => this.worker?.postMessage(task);
    const stop = () => tell({ id, isUnwanted: true });
    signal.addEventListener('abort', stop, { once: true });
    return new Promise<Buffer>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      tell({ id, plan });
    }).finally(() => signal.removeEventListener('abort', stop));
  }

  async end(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    if (!worker) return;
    // Whoever comes while it ends gets another.
    this.fail(worker, new Error('The thread that makes PDFs was ended'));
    await worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(builtFile(this.file), {
      resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
    });
    worker.on('message', (answer: PdfAnswer) => this.settle(answer));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('The thread that makes PDFs ended')));
    return worker;
  }

  private settle(answer: PdfAnswer): void {
    const task = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('bytes' in answer)
      task?.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
    else task?.reject(answer.error);
    if (this.waiting.size > 0) return;
    this.worker?.unref();
    this.idle = setTimeout(() => void this.end(), idleMilliseconds).unref();
  }

  private fail(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
