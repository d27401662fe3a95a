/** How a country writes a zip, and on which side of the city. */
interface ZipLayout {
  countryCode: string | null;
  zip: string;
  side: 'before' | 'after';
}

/** A zip and what stands beside it. */
export interface FoundZip {
  zip: string;
  rest: string;
  /** Whose layout it is; null when several countries share it. */
  countryCode: string | null;
  /** The country that a mark before the zip names: `D-10115`. */
  marked: string | null;
}

const AFTER: Record<string, string> = {
  US: String.raw`\d{5}(?:-\d{4})?`,
  CA: String.raw`[A-Z]\d[A-Z] ?\d[A-Z]\d`,
  GB: String.raw`[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`,
  IE: String.raw`[A-Z]\d[\dW] ?[A-Z\d]{4}`,
  AU: String.raw`\d{4}`,
  NZ: String.raw`\d{4}`,
  ZA: String.raw`\d{4}`,
};

const BEFORE: Record<string, string> = {
  ...sameFor('DE FR IT ES FI EE HR LT MX TR', String.raw`\d{5}`),
  ...sameFor('AT CH LI BE LU DK NO HU SI', String.raw`\d{4}`),
  ...sameFor('SE CZ SK GR', String.raw`\d{3} ?\d{2}`),
  NL: String.raw`\d{4} ?[A-Z]{2}`,
  PL: String.raw`\d{2}-\d{3}`,
  PT: String.raw`\d{4}-\d{3}`,
};

/** Marks of countries before a zip, as on letters from abroad. */
const MARKS: Record<string, string> = {
  ...{ D: 'DE', F: 'FR', I: 'IT', E: 'ES', A: 'AT', B: 'BE', L: 'LU', N: 'NO', S: 'SE', P: 'PT' },
  ...Object.fromEntries(Object.keys(BEFORE).map((code) => [code, code])),
};

const layout = (countryCode: string | null, zip: string, side: ZipLayout['side']): ZipLayout => ({
  countryCode,
  zip,
  side,
});

const LAYOUTS: ReadonlyMap<string, ZipLayout> = new Map(
  [
    ...Object.entries(AFTER).map(([code, zip]) => layout(code, zip, 'after')),
    ...Object.entries(BEFORE).map(([code, zip]) => layout(code, zip, 'before')),
  ].map((one) => [one.countryCode!, one]),
);

/** Layouts that tell themselves, the most particular first; in capitals only. */
const TELLING = [
  ...['GB', 'CA', 'NL', 'PL', 'PT', 'US', 'AU'].map((code) => LAYOUTS.get(code)!),
  layout(null, String.raw`\d{4,5}`, 'before'),
  layout(null, String.raw`\d{4,5}`, 'after'),
];

/** Every way to take a place's zip apart from the rest, the likeliest first. */
export function* zipsIn(text: string, countryCode: string | null): Generator<FoundZip, void, void> {
  const known = LAYOUTS.get(countryCode ?? '');
  if (known) {
    const otherSide = known.side === 'before' ? 'after' : 'before';
    for (const side of [known.side, otherSide] as const) yield* found(text, { ...known, side }, 'iu');
  }
  for (const telling of TELLING) yield* found(text, telling, 'u');
}

function* found(text: string, { countryCode, zip, side }: ZipLayout, flags: string): Generator<FoundZip> {
  if (side === 'after') {
    const match = expression(`^(?:(.*[^\\s,])[\\s,]+|)(${zip})$`, flags).exec(text);
    if (match) yield { rest: match[1] ?? '', zip: match[2]!, countryCode, marked: null };
    return;
  }
  const match = expression(`^(?:([A-Z]{1,3})[-–] ?)?(${zip})(?:[\\s,]+(\\D.*)|)$`, flags).exec(text);
  if (!match) return;
  const mark = match[1]?.toUpperCase();
  const marked = mark === undefined ? null : MARKS[mark];
  if (marked === undefined) return;
  yield { rest: match[3] ?? '', zip: match[2]!, countryCode: marked ?? countryCode, marked };
}

const expressions = new Map<string, RegExp>();

function expression(source: string, flags: string): RegExp {
  const key = `${flags} ${source}`;
  let known = expressions.get(key);
  if (!known) expressions.set(key, (known = new RegExp(source, flags)));
  return known;
}

function sameFor(codes: string, zip: string): Record<string, string> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, zip]));
}
