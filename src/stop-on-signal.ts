import { Worker } from 'node:worker_threads';

/** Ctrl-C through npm reaches a process twice: from the terminal and from npm. */
const echoMilliseconds = 1_000;
/** All stages together, and, should even saying so hang, the time by which the process is gone whatever happens. */
const deadlineMilliseconds = 14_000;
const killMilliseconds = 14_700;

/** One part of stopping, and how long it may take. `run` may say by its answer what it had to leave open. */
export interface StopStage {
  name: string;
  milliseconds: number;
  run: () => Promise<string | void>;
}

/**
 * On the first SIGTERM, SIGINT or SIGHUP runs the stages one after the other, each for its time at most, then
 * leaves: with status 0, or with 1 and what was left open on standard error. A signal that comes later than an
 * echo of the first leaves at once.
 */
export function stopOnSignal(stages: () => Promise<StopStage[]>): void {
  let since: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (since !== undefined) {
      if (performance.now() - since > echoMilliseconds) process.exit(1);
      return;
    }
    since = performance.now();
    killAfter(killMilliseconds);
    console.log(`${signal}: finishing what is under way`);
    const left: string[] = [];
    void within(deadlineMilliseconds, () => runInTurn(stages, left)).then((late) => {
      for (const line of late ? [...left, `Stopping: ${late}`] : left) console.error(line);
      process.exit(late || left.length > 0 ? 1 : 0);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
}

async function runInTurn(stages: () => Promise<StopStage[]>, left: string[]): Promise<void> {
  try {
    for (const { name, milliseconds, run } of await stages()) {
      const problem = await within(milliseconds, run).catch((error: unknown) => String(error));
      if (problem) left.push(`Stopping ${name}: ${problem}`);
    }
  } catch {
    left.push('Stopping: the start had not ended, and failed');
  }
}

async function within(milliseconds: number, run: () => Promise<string | void>): Promise<string | void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`not done after ${milliseconds / 1000} s`), milliseconds);
  });
  return Promise.race([run(), late]).finally(() => clearTimeout(timer));
}

/** From another thread: this one may be too busy, or stuck writing to a pipe that nobody reads. */
function killAfter(milliseconds: number): void {
  new Worker(`setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${milliseconds})`, {
    eval: true,
  }).unref();
}
