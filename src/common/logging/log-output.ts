import { writeSync } from 'node:fs';

const standardOutput = 1;
const waits = 20;
const waitMilliseconds = 5;
const clock = new Int32Array(new SharedArrayBuffer(4));

const takers: ((line: string) => void)[] = [];

/** Gives `take` every line of the log as well. */
export function alsoLogTo(take: (line: string) => void): void {
  takers.push(take);
}

/**
 * Where log lines go. A line that cannot be written, because the disk is full or the reader hangs or is gone,
 * is dropped: pino's own destination would throw, or block forever.
 */
export const logOutput = {
  write(line: string): void {
    for (const take of takers) take(line);
    let bytes = Buffer.from(line);
    for (let tries = 0; tries < waits && bytes.length > 0;) {
      try {
        bytes = bytes.subarray(writeSync(standardOutput, bytes));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        tries += 1;
        Atomics.wait(clock, 0, 0, waitMilliseconds);
      }
    }
  },
};
