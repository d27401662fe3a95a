const [minute, hour] = [60, 3_600];

/** Seconds from one attempt to the next: about three days in all. */
export const retrySeconds = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** So that receivers who come back do not get everything in one moment. */
const jitter = 0.2;

/** Seconds to wait after the given number of failed tries; undefined when there are no more. */
export function nextDelay(tries: number, random = Math.random()): number | undefined {
  const seconds = retrySeconds[tries - 1];
  return seconds === undefined ? undefined : seconds * (1 + jitter * random);
}
