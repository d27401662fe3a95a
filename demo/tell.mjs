/** How the demos tell their stories: a statement is printed once it has turned out to be true. */
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

const patienceMilliseconds = 60_000;

export const step = (title) => console.log(`\n${title}`);
export const say = (text) => console.log(`  ${text}`);

/** Prints a statement; ends the demo when it is false. */
export function hold(text, actual, wanted) {
  expect(text, actual, wanted);
  say(`✓ ${text}`);
}

/** A statement that need not be printed. */
export function expect(text, actual, wanted) {
  if (!isDeepStrictEqual(actual, wanted))
    throw new Error(`${text}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(actual)}`);
}

/** Asks until there is an answer. */
export async function until(what, ask) {
  const deadline = performance.now() + patienceMilliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`It took too long: ${what}`);
    await delay(50);
  }
}

/** Plays a demo; the process fails when it does, and `stop` is called in any case. */
export async function perform(play, stop) {
  let stopping;
  const stopOnce = () => (stopping ??= stop());
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stopOnce().then(() => process.exit(130)));
  try {
    await play();
  } catch (error) {
    console.error(`\n✗ ${error.message}`);
    process.exitCode = 1;
  } finally {
    await stopOnce();
  }
}
