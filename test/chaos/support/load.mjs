import { setTimeout as delay } from 'node:timers/promises';
import { Caller } from './caller.mjs';
import * as work from './work.mjs';

const pauseMilliseconds = 25;
/** Readiness is asked by machines that give up sooner than people. */
const readyMilliseconds = 3_000;

const clientWork = [
  [35, work.createByKey],
  [15, work.createOnce],
  [15, work.submit],
  [20, work.readOne],
  [15, work.list],
];

/** Who calls, what they do and how long they rest between: bounded, and the same in every scenario. */
const staff = [
  ...Array.from({ length: 4 }, () => ({ as: 'client', tasks: clientWork, pause: pauseMilliseconds })),
  ...Array.from({ length: 4 }, () => ({ as: 'key', tasks: clientWork, pause: pauseMilliseconds })),
  { as: 'dispatcher', tasks: [[1, work.listStops]], pause: pauseMilliseconds },
  { as: 'client', tasks: [[1, work.upload]], pause: 700 },
  { as: undefined, tasks: [[1, work.signIn]], pause: 1_000 },
  { as: undefined, tasks: [[1, askReady]], pause: 200 },
];

/** Keeps everybody at work until `stop`, which waits for the answers that are still to come. */
export function startLoad(desk, callers = staff) {
  const stopping = new AbortController();
  const shifts = callers.map(async ({ as, tasks, pause }) => {
    const caller = new Caller(desk.server.url, as && desk.tenant[as], desk.patience);
    while (!stopping.signal.aborted) {
      const task = desk.random.weighted(tasks);
      await task(desk, caller);
      await delay(pause);
    }
    caller.close();
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(shifts);
    },
  };
}

async function askReady(desk, caller) {
  const answer = await caller.ask('GET', '/health/ready');
  desk.ledger.note('ready', answer);
  const seconds = (answer.endedAt - answer.sentAt) / 1000;
  if (answer.kind !== 'hang' && seconds * 1000 > readyMilliseconds)
    desk.ledger.finding('ready answered late', `after ${seconds.toFixed(1)} s: ${answer.detail}`);
  desk.onReady?.(answer);
}
