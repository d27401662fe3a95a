const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clocks of the zone show at this moment, as if they showed UTC. */
export function wallClock(moment: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)!.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown + (((moment % 1_000) + 1_000) % 1_000);
}

/**
 * The moment at which the clocks of the zone show this (see {@link wallClock}). Of two, when clocks are set back, the
 * first; what they skip when set forward is as much later as they are set.
 */
export function momentOf(shown: number, timeZone: string): number {
  const offsetAt = (moment: number) => wallClock(moment, timeZone) - moment;
  const [before, after] = [shown - offsetAt(shown - DAY), shown - offsetAt(shown + DAY)];
  const exact = [before, after].filter((moment) => wallClock(moment, timeZone) === shown);
  return exact.length > 0 ? Math.min(...exact) : before;
}

/** Midnight of the local day of a moment, as {@link wallClock} shows it. */
export function localDay(moment: number, timeZone: string): number {
  return Math.floor(wallClock(moment, timeZone) / DAY) * DAY;
}

/** `HH:MM` in milliseconds. */
export function timeOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return (hours * 60 + minutes) * 60_000;
}
