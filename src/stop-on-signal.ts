import { Worker } from 'node:worker_threads';

/** Under npm, Ctrl-C sends two signals: one from the terminal and one from npm. */
const echoMilliseconds = 1_000;
/** The limit for all stages together, and the time after which the process is killed even if that hangs. */
const deadlineMilliseconds = 14_000;
const killMilliseconds = 14_700;

/** One part of stopping and its time limit. `run` may return what it could not finish. */
export interface StopStage {
  name: string;
  milliseconds: number;
  run: () => Promise<string | void>;
}

/**
 * On the first SIGTERM, SIGINT or SIGHUP runs the stages in order, each within its limit, then exits: with status
 * 0, or with 1 after printing what was not finished. A second signal, unless it is an echo of the first, exits at
 * once.
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

/** From another thread, since this one may be busy or blocked writing to a pipe that nobody reads. */
function killAfter(milliseconds: number): void {
  new Worker(`setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${milliseconds})`, {
    eval: true,
  }).unref();
}
