import { writeSync } from 'node:fs';

const standardOutput = 1;
const waits = 20;
const waitMilliseconds = 5;
const clock = new Int32Array(new SharedArrayBuffer(4));

/**
 * Where log lines go. One that cannot be written, for a full disk or a reader that is stuck or gone, is lost, and
 * nothing else: pino's own destination throws then, or waits for ever.
 */
export const logOutput = {
  write(line: string): void {
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
