import { type Parsed, Refusal } from '../problems.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';
import { monthOf, weekdayOf } from './calendar-names.js';

/** Regular expression source of a day that exists, from 2000 to 2099, as `YYYY-MM-DD`. */
export const DAY_PATTERN =
  String.raw`^20\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)` +
  String.raw`|02-(?:0[1-9]|1\d|2[0-8]))$|^20(?:[02468][048]|[13579][26])-02-29$`;

/** How a date such as 03/04/2026 is read. */
export const dayOrders = ['day-first', 'month-first'] as const;
export type DayOrder = (typeof dayOrders)[number];

const DAY = new RegExp(DAY_PATTERN);
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(20\d\d)(\d\d)(\d\d)$/;
const YEAR_LAST = /^(\d{1,2})([-/.] ?| )(\d{1,2})\2(\d{4}|\d\d)$/;
const DAY_NAMED =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -]*(?:of |de )?(\p{L}+)\.?,?(?: de| del)?[ -]*(\d{4}|\d\d)$/u;
const MONTH_NAMED = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
/** Excel's number of a day, where the cell was not formatted as one: days since 1899-12-30. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MILLISECONDS = 86_400_000;

const WEEKDAY = /^([\p{L}-]+)\.?,? ?(?=[\d\p{L}])/u;
/** Excel adds a time to a cell that shows both; it is no part of the day. */
const TIME =
  /^(.*?)(?:,? |t)(\d{1,2}[:h]\d{2})(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?|h|uhr)? ?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/;
const UTC = /^(?:z|utc|gmt|[+-]00:?00)$/;

const WRITE = 'Write it as YYYY-MM-DD, such as 2026-12-25.';

/** One way to read a date; `order` where another order of day and month may be another day. */
interface Reading {
  day: string;
  order: DayOrder | 'year-first' | null;
}

/**
 * Reads a day as `YYYY-MM-DD`, in every form that can be read in one way only: `2026-12-25`, `25/12/2026`,
 * `12/25/26`, `Fri, 3 Dec 2026`, `46381`. `03/04/2026` is read by the given order, and refused without one, since
 * half the world means April by it and the other half March.
 */
export function parseDay(text: string, dayOrder: DayOrder | null = null): Parsed<string | null> {
  if (DAY.test(text)) return text;
  const written = tidyLine(text).toLowerCase();
  if (written === '') return null;
  const { readings, refusal } = readingsOf(written);
  if (refusal) return refusal;
  const asked = readings.find(({ order }) => order === dayOrder);
  const days = [...new Set((asked ? [asked] : readings).map(({ day }) => day))];
  if (days.length === 1) return days[0]!;
  if (days.length === 0) return new Refusal('date_invalid', `is not a day from 2000 to 2099. ${WRITE}`);
  const either = `can be ${days.slice(0, -1).join(', ')} or ${days.at(-1)}.`;
  return new Refusal('date_ambiguous', `${either} ${WRITE}`, {
    asks: (header) =>
      `${either} Say which with mapping {${JSON.stringify(header)}: {"field": "requestedDate", "format": ` +
      `"day-first"}} or "month-first", or write it as YYYY-MM-DD.`,
  });
}

/** The orders of day and month in which a date makes sense; none where they make no difference. */
export function dayOrdersOf(text: string): DayOrder[] {
  if (text === '' || DAY.test(text)) return [];
  const { readings } = readingsOf(tidyLine(text).toLowerCase());
  if (new Set(readings.map(({ day }) => day)).size < readings.length) return [];
  const isYearFirst = readings.some(({ order }) => order === 'year-first');
  return dayOrders.filter((one) => isYearFirst || readings.some(({ order }) => order === one));
}

function readingsOf(written: string): { readings: Reading[]; refusal?: Refusal } {
  const plain = withoutTime(written);
  if (plain instanceof Refusal) return { readings: [], refusal: plain };
  const readings = existing(plain);
  // Tried after the months: "mar" is a month and a weekday.
  const [before = '', name = ''] = (readings.length === 0 && WEEKDAY.exec(plain)) || [];
  const weekday = weekdayOf(name);
  if (weekday === undefined) return { readings };
  const all = existing(plain.slice(before.length));
  const named = all.filter(({ day }) => new Date(day).getUTCDay() === weekday);
  if (named.length > 0 || all.length === 0) return { readings: named };
  const refusal = new Refusal(
    'date_invalid',
    `is not the day of the week that it names. Correct one of them.`,
  );
  return { readings: [], refusal };
}

function withoutTime(written: string): string | Refusal {
  const [, day, time = '', zone = ''] = TIME.exec(written) ?? [];
  if (day === undefined) return written;
  if (!UTC.test(zone) || /^0?0[:h]00$/.test(time)) return day;
  return new Refusal(
    'date_ambiguous',
    `is a time in UTC, which is the day before or after in some places. Write the day alone, such as 2026-12-25.`,
  );
}

function existing(text: string): Reading[] {
  return candidates(text).filter(({ day }) => DAY.test(day));
}

function candidates(text: string): Reading[] {
  const serial = SERIAL.exec(text);
  if (serial) {
    const time = EXCEL_EPOCH + Number(serial[1]) * DAY_MILLISECONDS;
    return [{ day: new Date(time).toISOString().slice(0, 10), order: null }];
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return [reading(yearFirst[1], yearFirst[3], yearFirst[4])];
  const compact = COMPACT.exec(text);
  if (compact) return [reading(compact[1], compact[2], compact[3])];
  const named = DAY_NAMED.exec(text);
  if (named) return [reading(named[3], monthOf(named[2]!), named[1])];
  const american = MONTH_NAMED.exec(text);
  if (american) return [reading(american[3], monthOf(american[1]!), american[2])];
  const [, first, separator, second, last] = YEAR_LAST.exec(text) ?? [];
  return [
    reading(last, second, first, 'day-first'),
    reading(last, first, second, 'month-first'),
    ...(separator === '-' && last?.length === 2 ? [reading(first, second, last, 'year-first')] : []),
  ];
}

function reading(year?: string, month?: string, day?: string, order: Reading['order'] = null): Reading {
  const century = year?.length === 2 ? '20' : '';
  return { day: `${century}${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`, order };
}
