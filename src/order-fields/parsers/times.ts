import { SERVICE_SECONDS } from '../limits.js';
import { type Parsed, Refusal } from '../problems.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]00)?(?: ?([ap])\.?m\.?)?$/;
const BARE_HOUR = /^\d{1,2}$/;
const MILITARY = /^\d{4}$/;

const TIME_SAYS = 'is not a time of day. Write it as HH:MM, such as 09:30.';

/** Reads a time of day as `HH:MM`: `9:00`, `09:00:00`, `9am`, `9.30 pm`, `17h30`, `17h`, `1730`. */
export function parseTime(text: string): Parsed<string | null> {
  const time = tidyLine(text).toLowerCase();
  if (time === '') return null;
  if (MILITARY.test(time)) return clock(Number(time.slice(0, 2)), Number(time.slice(2)));
  const match = BARE_HOUR.test(time) ? null : CLOCK.exec(time.replace(/h$/, 'h00'));
  if (!match) return new Refusal('time_invalid', TIME_SAYS);
  const [, hours, minutes = '0', half] = match;
  if (half === undefined) return clock(Number(hours), Number(minutes));
  const twelve = Number(hours);
  if (twelve < 1 || twelve > 12) return new Refusal('time_invalid', TIME_SAYS);
  return clock((twelve % 12) + (half === 'p' ? 12 : 0), Number(minutes));
}

function clock(hours: number, minutes: number): Parsed<string> {
  if (hours > 23 || minutes > 59) return new Refusal('time_invalid', TIME_SAYS);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const NUMBER = String.raw`(\d{1,6}(?:[.,]\d{1,4})?)`;
const MINUTES = new RegExp(`^${NUMBER}$`);
const UNITS = new RegExp(
  `^(?:${NUMBER} ?(?:h|hrs?|hours?))? ?(?:${NUMBER} ?(?:m|mins?|minutes?))? ?(?:${NUMBER} ?(?:s|secs?|seconds?))?$`,
);
const COLONS = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/;

/** Reads a time at a stop in seconds: `5` (minutes), `5 min`, `90s`, `1h 30min`, `00:05:00`. */
export function parseDuration(text: string): Parsed<number | null> {
  const duration = tidyLine(text).toLowerCase();
  if (duration === '') return null;
  const bare = MINUTES.exec(duration);
  if (bare) return seconds(0, amount(bare[1]), 0);
  const match = COLONS.exec(duration) ?? UNITS.exec(duration);
  if (match) return seconds(amount(match[1]), amount(match[2]), amount(match[3]));
  return new Refusal(
    'duration_invalid',
    'is not a length of time. Write minutes, such as 5, or a unit with it, such as 90s or 5 min, or HH:MM:SS.',
  );
}

function amount(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'));
}

function seconds(hours: number, minutes: number, rest: number): Parsed<number> {
  const total = Math.round(hours * 3600 + minutes * 60 + rest);
  if (total <= SERVICE_SECONDS.max) return total;
  return new Refusal('out_of_range', 'is more than a day. Write the minutes spent at this one stop.');
}

/** Whole minutes as a bare number, anything else in seconds: reads back as the same seconds. */
export function printDuration(total: number): string {
  return total % 60 === 0 ? String(total / 60) : `${total}s`;
}
