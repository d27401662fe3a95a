const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
/** Spellings that no calendar has. */
const MORE_MONTHS: Record<string, string> = { sept: '9', mrz: '3', maerz: '3' };

let months: Map<string, string> | undefined;
let weekdays: Map<string, number> | undefined;

/** `dec`, `december`, `dezember` → `12`; undefined where it is no month's name. */
export function monthOf(name: string): string | undefined {
  months ??= new Map([
    ...Object.entries(MORE_MONTHS),
    ...namesOf(
      'month',
      12,
      (index) => Date.UTC(2026, index),
      (index) => String(index + 1),
    ),
  ]);
  return months.get(nameKey(name));
}

/** `thu`, `thursday`, `do`, `jeudi` → 4, counted from Sunday; undefined where it is no weekday's name. */
export function weekdayOf(name: string): number | undefined {
  // The fourth of January 2026 is a Sunday.
  weekdays ??= new Map(
    namesOf(
      'weekday',
      7,
      (index) => Date.UTC(2026, 0, 4 + index),
      (index) => index,
    ),
  );
  return weekdays.get(nameKey(name));
}

function namesOf<T>(
  kind: 'month' | 'weekday',
  count: number,
  time: (index: number) => number,
  value: (index: number) => T,
): [string, T][] {
  return LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const names = new Intl.DateTimeFormat(language, { [kind]: style, timeZone: 'UTC' });
      return Array.from({ length: count }, (_, index): [string, T] => [
        nameKey(names.format(time(index))),
        value(index),
      ]);
    }),
  );
}

function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
