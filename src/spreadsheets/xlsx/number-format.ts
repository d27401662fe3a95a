/** How a cell displays its number, as far as it matters for reading it. */
export type NumberFormat =
  | { kind: 'plain' }
  | { kind: 'date'; date: boolean; time: boolean; elapsed: boolean }
  /** Digits fill the pattern from the right; each `0` is one digit, other characters are literal. */
  | { kind: 'digits'; pattern: readonly string[]; places: number };

export const PLAIN: NumberFormat = { kind: 'plain' };

const BUILT_IN_DATES: ReadonlyMap<number, string> = new Map([
  ...range(14, 17, 'yyyy-mm-dd'),
  ...range(18, 21, 'hh:mm'),
  [22, 'yyyy-mm-dd hh:mm'],
  ...range(27, 31, 'yyyy-mm-dd'),
  ...range(32, 33, 'hh:mm'),
  ...range(34, 36, 'yyyy-mm-dd'),
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss'],
  ...range(50, 58, 'yyyy-mm-dd'),
]);

const SECONDS_A_DAY = 86_400;
const LAST_DAY = 2_958_465;
/** Excel's own limit. */
const LONGEST_CODE = 255;

/** The format of a style: `id` as in styles.xml, `code` if the workbook defines it. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const pattern = code ?? BUILT_IN_DATES.get(id);
  return pattern === undefined || pattern.length > LONGEST_CODE ? PLAIN : parseFormat(pattern);
}

/** The number as its cell displays it: dates as ISO 8601, times as HH:MM, without floating-point noise. */
export function formatNumber(raw: string, format: NumberFormat, epoch1904: boolean): string {
  if (format.kind === 'plain' && /^(?:0|-?[1-9]\d{0,14})$/.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'digits' && Number.isInteger(value) && value >= 0) return fillDigits(value, format);
  if (format.kind === 'date' && value >= 0 && value <= LAST_DAY) return formatDate(value, format, epoch1904);
  return plainNumber(value);
}

function parseFormat(code: string): NumberFormat {
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(code);
  const bare = code
    .replace(/"[^"]*"|[\\_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^[\]]*\]|am\/pm|a\/p|general/gi, '')
    .split(';', 1)
    .join('')
    .toLowerCase();
  const time = /[hs]/.test(bare);
  const date = /[yd]|mmm/.test(bare) || (bare.includes('m') && !time);
  if (date || time) return { kind: 'date', date, time, elapsed };
  const pattern = digitPattern(code);
  const places = pattern.filter((character) => character === '0').length;
  return places >= 2 ? { kind: 'digits', pattern, places } : PLAIN;
}

/** The characters of a format of zeros and literal characters, such as 00000-0000; empty for any other. */
function digitPattern(code: string): string[] {
  const pattern: string[] = [];
  for (const token of code.match(/\\.|"[^"]*"|\[[^[\]]*\]|[_*].|./gs) ?? []) {
    if (token === ';') break;
    if (/^[0\-\s()/:+]$/.test(token)) pattern.push(token);
    else if (token.startsWith('\\')) pattern.push(token.slice(1));
    else if (token.startsWith('"')) pattern.push(token.slice(1, -1));
    else if (!/^[[_*]/.test(token)) return [];
  }
  return pattern;
}

function fillDigits(
  value: number,
  { pattern, places }: { pattern: readonly string[]; places: number },
): string {
  const digits = plainNumber(value).padStart(places, '0');
  let used = digits.length - places;
  let text = digits.slice(0, used);
  for (const character of pattern) text += character === '0' ? digits.charAt(used++) : character;
  return text;
}

function formatDate(
  serial: number,
  { date, time, elapsed }: { date: boolean; time: boolean; elapsed: boolean },
  epoch1904: boolean,
): string {
  const seconds = Math.round(serial * SECONDS_A_DAY);
  if (elapsed) return clock(seconds, Math.floor(seconds / 3600));
  const ofDay = seconds % SECONDS_A_DAY;
  const clockTime = clock(ofDay, Math.floor(ofDay / 3600));
  if (!date || (time && serial < 1)) return clockTime;
  const day = isoDay(Math.floor(seconds / SECONDS_A_DAY), epoch1904);
  return time ? `${day}T${clockTime}` : day;
}

function isoDay(days: number, epoch1904: boolean): string {
  // Excel counts a 29 February 1900, which did not exist, so days before it are off by one.
  const start = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(start + days * SECONDS_A_DAY * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number, hours: number): string {
  const parts = [hours, Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Fifteen significant digits, as in Excel, without an exponent. */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  return text.includes('e-')
    ? value
        .toFixed(20)
        .replace(/(?<!0)0+$/, '')
        .replace(/\.$/, '')
    : BigInt(value).toString();
}

function range(first: number, last: number, code: string): [number, string][] {
  return Array.from({ length: last - first + 1 }, (_, index) => [first + index, code]);
}
