import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Worker } from 'node:worker_threads';
import { heapMebibytes, startReader } from './reader-worker.js';

/** By then a small import has ended, so the next thread does not compete with it while loading. */
const pauseMilliseconds = 500;

/** Keeps one thread ready for the next import: loading its modules takes longer than reading a small file. */
@Injectable()
export class SpareThread implements OnApplicationShutdown {
  private spare?: Worker;
  private timer?: NodeJS.Timeout;
  private stopped = false;

  /** Whoever takes a thread ends it. */
  take(): Worker {
    const worker = this.spare ?? startReader(heapMebibytes.import);
    this.spare = undefined;
    worker.ref();
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.prepare(), pauseMilliseconds).unref();
    return worker;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.spare?.terminate();
  }

  private prepare(): void {
    const worker = startReader(heapMebibytes.import, { spare: true });
    const lost = () => {
      if (this.spare === worker) this.spare = undefined;
    };
    worker.once('error', lost).once('exit', lost).unref();
    this.spare = worker;
  }
}
