import { statSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type { ReaderMessage, ReaderRequest, ReaderTask } from './reader-messages.js';

/** The file takes more time or memory than allowed. */
export class ReadingTooCostlyError extends Error {
  constructor() {
    super('Reading this file takes far more work than a file of its size should.');
    this.name = 'ReadingTooCostlyError';
  }
}

const watchMilliseconds = 500;
/** A thread silent for this long hangs, whatever its processor time. */
const mostSilentMilliseconds = 300_000;

/** How long a thread may take for its file. */
export interface ReadingOptions {
  signal: AbortSignal;
  /** Processor seconds for any file, plus a tenth of that for each MiB. */
  seconds: number;
}

/** A thread that reads one file; it is ended from outside when it exceeds its limits, or by the signal. */
export class ReaderThread {
  private readonly worker: Worker;
  private readonly signal: AbortSignal;
  private readonly watch: NodeJS.Timeout;
  private readonly mostMilliseconds: number;
  private readonly messages: ReaderMessage[] = [];
  private failure?: Error;
  private awaitedSince?: number;
  private wake = () => {};
  private readonly abort = () => this.wake();

  constructor(newWorker: () => Worker, task: ReaderTask, { seconds, signal }: ReadingOptions) {
    signal.throwIfAborted();
    this.signal = signal;
    this.mostMilliseconds = 1_000 * seconds * (1 + statSync(task.plan.path).size / 2 ** 20 / 10);
    this.worker = newWorker();
    this.worker.on('message', (message: ReaderMessage) => {
      this.messages.push(message);
      this.wake();
    });
    this.worker.on('error', (error: Error & { code?: string }) =>
      this.fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ReadingTooCostlyError() : error),
    );
    this.worker.on('exit', () => this.fail(new Error('The reading thread ended before the file did')));
    signal.addEventListener('abort', this.abort);
    this.watch = setInterval(() => void this.look(), watchMilliseconds);
    this.ask({ type: 'task', task });
  }

  ask(request: ReaderRequest, transfer: ArrayBuffer[] = []): void {
    this.worker.postMessage(request, transfer);
  }

  /** @throws ReadingTooCostlyError, the signal's reason, or the thread's own error */
  async next(): Promise<ReaderMessage> {
    this.awaitedSince = performance.now();
    try {
      for (;;) {
        this.signal.throwIfAborted();
        const message = this.messages.shift();
        if (message) return message;
        if (this.failure) throw this.failure;
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      this.awaitedSince = undefined;
    }
  }

  async end(): Promise<void> {
    clearInterval(this.watch);
    this.signal.removeEventListener('abort', this.abort);
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  private async look(): Promise<void> {
    const silent = this.awaitedSince === undefined ? 0 : performance.now() - this.awaitedSince;
    if (silent < mostSilentMilliseconds && (await workOf(this.worker)) < this.mostMilliseconds) return;
    this.fail(new ReadingTooCostlyError());
    await this.worker.terminate();
  }
}

/** Milliseconds of processor time; before Node 24.6, milliseconds the thread was busy. */
async function workOf(worker: Worker): Promise<number> {
  if (!('cpuUsage' in worker)) return (worker as Worker).performance.eventLoopUtilization().active;
  const none = { user: 0, system: 0 };
  const { user, system } = await worker.cpuUsage().catch(() => none);
  return (user + system) / 1_000;
}
