import { type Parsed, Refusal } from '../problems.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';

/** Regular expression source of a day that exists, from 2000 to 2099, as `YYYY-MM-DD`. */
export const DAY_PATTERN =
  String.raw`^20\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)` +
  String.raw`|02-(?:0[1-9]|1\d|2[0-8]))$|^20(?:[02468][048]|[13579][26])-02-29$`;

const DAY = new RegExp(DAY_PATTERN);
/** A time behind the day is left out, as Excel adds one to a cell that shows both. */
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const DAY_NAMED = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of |de )?(\p{L}+)\.?,?(?: de)?[ -](\d{4})$/u;
const MONTH_NAMED = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;

const WRITE = 'Write it as YYYY-MM-DD, such as 2026-12-25.';

/**
 * Reads a day as `YYYY-MM-DD`, in every form that can be read in one way only: `2026-12-25`, `25/12/2026`,
 * `12/25/2026`, `3 Dec 2026`. `03/04/2026` is refused, since half the world means April by it and the other half March.
 */
export function parseDay(text: string): Parsed<string | null> {
  if (DAY.test(text)) return text;
  const day = tidyLine(text).toLowerCase();
  if (day === '') return null;
  const yearFirst = YEAR_FIRST.exec(day);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const named = DAY_NAMED.exec(day);
  if (named) return dayOf(named[3], monthNumber(named[2]!), named[1]);
  const american = MONTH_NAMED.exec(day);
  if (american) return dayOf(american[3], monthNumber(american[1]!), american[2]);
  const [, first, , second, year] = YEAR_LAST.exec(day) ?? [];
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (dayFirst instanceof Refusal) return monthFirst;
  if (monthFirst instanceof Refusal || monthFirst === dayFirst) return dayFirst;
  return new Refusal('date_ambiguous', `can be ${dayFirst} or ${monthFirst}. ${WRITE}`);
}

function dayOf(year?: string, month?: string, day?: string): string | Refusal {
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return DAY.test(iso) ? iso : new Refusal('date_invalid', `is not a day from 2000 to 2099. ${WRITE}`);
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
let months: Map<string, string> | undefined;

/** `dec`, `december`, `dezember` → `12`; undefined where it is no month's name. */
function monthNumber(name: string): string | undefined {
  months ??= new Map(
    LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index): [string, string] => [
          names.format(Date.UTC(2026, index)).toLowerCase().replace('.', ''),
          String(index + 1),
        ]);
      }),
    ),
  );
  return months.get(name) ?? (name === 'sept' ? '9' : undefined);
}
