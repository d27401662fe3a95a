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

/** So long a receiver may ask to be left alone. */
const longestAsked = 24 * hour;

/**
 * Seconds to wait after the given number of failed tries, at least as many as the receiver `asked` for; undefined when
 * there are no more.
 */
export function nextDelay(tries: number, asked = 0, random = Math.random()): number | undefined {
  const seconds = retrySeconds[tries - 1];
  if (seconds === undefined) return undefined;
  return Math.max(seconds, Math.min(asked, longestAsked)) * (1 + jitter * random);
}

/** The seconds of a `Retry-After`, given as such or as a date; undefined where it is neither. */
export function secondsAsked(retryAfter: unknown, now = Date.now()): number | undefined {
  const text = typeof retryAfter === 'string' ? retryAfter.trim() : '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return /^[A-Z][a-z]{2}, /.test(text) ? secondsUntil(Date.parse(text), now) : undefined;
}

const secondsUntil = (moment: number, now: number) =>
  Number.isNaN(moment) ? undefined : Math.max(0, (moment - now) / 1_000);
