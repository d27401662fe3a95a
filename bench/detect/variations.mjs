import { cellOf } from './contents.mjs';
import { PHRASES, TRAPS } from './phrases.mjs';

const FIELDS = {
  id: 'externalId',
  name: 'recipient.name',
  first: 'recipient.name',
  last: 'recipient.name',
  company: 'address.addressName',
  street: 'address.addressLineOne',
  roadOnly: 'address.addressLineOne',
  number: 'address.addressLineOne',
  line2: 'address.addressLineTwo',
  zip: 'address.zip',
  city: 'address.city',
  state: 'address.state',
  country: 'address.country',
  phone: 'recipient.phone',
  email: 'recipient.email',
  notes: 'notes',
  count: 'packageCount',
  products: 'products',
  date: 'requestedDate',
};

/** Sheets with headers renamed, translated, reordered and respelt, and with columns that tempt; the same for a seed. */
export function variations(count, seed) {
  const r = randomOf(seed);
  return Array.from({ length: count }, () => {
    const language = r.pick(Object.keys(PHRASES));
    const columns = [
      ...kindsOf(r).map((kind) => ({
        kind,
        header: r.pick(PHRASES[language][kind].split('|')),
        field: FIELDS[kind],
      })),
      ...trapsOf(r, language),
    ];
    return sheetOf(columns, language, r);
  });
}

/** The sheets that detection was not made from. */
export function heldOutSheets(layouts, seed) {
  const r = randomOf(seed);
  return layouts.map(({ language, headers }) => {
    const columns = Object.entries(headers).map(([kind, header]) => ({ kind, header, field: FIELDS[kind] }));
    return sheetOf(columns, language, r, { asTheyAre: true });
  });
}

function kindsOf(r) {
  const name = r.below(3) ? ['name'] : ['first', 'last'];
  const street = r.below(3) ? ['street'] : ['roadOnly', 'number'];
  const others = [
    'id',
    'company',
    'line2',
    'state',
    'country',
    'phone',
    'email',
    'notes',
    'count',
    'products',
    'date',
  ];
  return [...name, ...street, 'zip', 'city', ...others.filter(() => r.below(2))];
}

function trapsOf(r, language) {
  const tongue = r.below(3) ? language : 'en';
  return r
    .shuffled(Object.keys(TRAPS[tongue]))
    .slice(0, 2 + r.below(4))
    .map((kind) => ({
      kind,
      header: r.pick(TRAPS[tongue][kind].split('|')),
      field: null,
    }));
}

function sheetOf(columns, language, r, { asTheyAre = false } = {}) {
  const ordered = asTheyAre ? columns : r.shuffled(columns);
  const spell = asTheyAre ? (header) => header : spellingOf(r);
  const seen = new Set();
  const unique = ordered.filter(
    ({ header }) => !seen.has(header.toLowerCase()) && seen.add(header.toLowerCase()),
  );
  const rows = Array.from({ length: 12 }, (_, row) =>
    unique.map(({ kind }) => cellOf(kind, language, r, row)),
  );
  return {
    language,
    columns: unique.map(({ header, field }) => ({ header: spell(header), field })),
    rows: [unique.map(({ header }) => spell(header)), ...rows],
  };
}

function spellingOf(r) {
  return r.pick([
    (header) => header,
    (header) => header,
    (header) => header.toUpperCase(),
    (header) => header.toLowerCase(),
    (header) => header.replaceAll(' ', '_').toLowerCase(),
    (header) => header.replaceAll(' ', '-'),
    (header) => `${header}:`,
    (header) => ` ${header}  `,
    (header) => `${header} *`,
    (header) => header.normalize('NFD').replace(/\p{M}/gu, ''),
  ]);
}

/** Mulberry32. */
function randomOf(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return {
    below,
    letters: 'WB',
    pick: (list) => list[below(list.length)],
    shuffled: (list) => {
      const left = [...list];
      return list.map(() => left.splice(below(left.length), 1)[0]);
    },
  };
}
