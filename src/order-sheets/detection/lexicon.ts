import type { FieldName } from '../../order-fields/catalogue.js';
import { ORDER_FIELDS } from '../../order-fields/order-fields.js';
import { headerSimilarity, normalizeHeader, wordSimilarity } from './header-similarity.js';
import { HINTS, OTHERWISE } from './words/hints.js';
import { PARTS, type Part } from './words/parts.js';
import { ADDRESS_WORDS, COMPOUNDS, FILLERS, QUALIFIERS, type Qualifier } from './words/qualifiers.js';

export type Meaning = FieldName | Part;
export type Audience = 'client' | 'dispatcher';

/** What a header says of its column, before anyone has looked into it. */
export interface HeaderClaim {
  meaning: Meaning;
  qualifier: Qualifier | null;
  /** Whether the header is one that is known; else the claim is a hint. */
  sure: boolean;
  /** Whether it is the field's own header or name. */
  own: boolean;
  /** Of two headers of one meaning, the lower rank is the likelier. */
  rank: number;
}

type Entry = Pick<HeaderClaim, 'meaning' | 'own' | 'rank'>;

const LONGEST_HEADER_WORDS = 12;
/** "Zpi" is a zip with a typo; a "store" is no "state". */
const SLIGHTLY_OFF = 0.65;
/** Less likely than any synonym. */
const LAST = 1_000;
/** `n.º` and `n°` come normalised as `n o` and `n`. */
const NUMBER = /\b(?:n o|no|nr|num|nbr|n|numero|nummer)\b/g;

const QUALIFIER_WORDS = new Map(
  Object.entries(QUALIFIERS).flatMap(([qualifier, words]) =>
    words.split(' ').map((word) => [word, qualifier as Qualifier] as const),
  ),
);
/** Of several qualifiers in one header, the one that excludes most decides. */
const DECIDING: readonly Qualifier[] = ['sender', 'billing', 'pickup', 'customer', 'stop'];

/** Knows which headers mean what. */
export class Lexicon {
  private readonly known = new Map<string, Entry>();
  private readonly hints = new Map<string, FieldName>();
  private readonly fields: ReadonlySet<FieldName>;
  private readonly spellings: { field: FieldName; key: string; words: string[] }[] = [];

  constructor(audience: Audience) {
    const fields = ORDER_FIELDS.filter((field) => field.audience === 'all' || audience === 'dispatcher');
    this.fields = new Set(fields.map(({ name }) => name));
    for (const { name, header } of fields) this.add(header, { meaning: name, own: true, rank: 0 });
    for (const { name } of fields) this.add(name, { meaning: name, own: true, rank: 0 });
    for (const { name, synonyms } of fields)
      synonyms.forEach((synonym, rank) => this.add(synonym, { meaning: name, own: false, rank: rank + 1 }));
    for (const part of Object.keys(PARTS) as Part[]) {
      if (part === 'timeWindow' && audience === 'client') continue;
      for (const phrase of PARTS[part].split(', ')) this.add(phrase, { meaning: part, own: false, rank: 1 });
    }
    for (const [header, field] of Object.entries(OTHERWISE))
      this.add(header, { meaning: field, own: false, rank: LAST });
    for (const { name } of fields) {
      for (const phrase of HINTS[name]?.split(', ') ?? [])
        this.hints.set(wordsOf(normalizeHeader(phrase)).join(''), name);
    }
    for (const { name, header, synonyms } of fields) {
      for (const spelling of [header, ...synonyms]) {
        const key = normalizeHeader(spelling);
        this.spellings.push({ field: name, key, words: key.split(' ') });
      }
    }
  }

  private add(phrase: string, entry: Entry): void {
    const words = wordsOf(normalizeHeader(phrase));
    const inner = words.filter((word, at) => at === 0 || at === words.length - 1 || !FILLERS.has(word));
    for (const key of [words.join(''), inner.join('')]) {
      if (key !== '' && !this.known.has(key)) this.known.set(key, entry);
    }
  }

  /** Whether a field is for this audience. */
  has(field: FieldName): boolean {
    return this.fields.has(field);
  }

  /** Whether a normalised header is one that a sheet of orders has. */
  knows(key: string): boolean {
    return this.read(key)?.sure ?? false;
  }

  /** What a normalised header claims; null for a header that is not known. */
  read(key: string): HeaderClaim | null {
    const words = wordsOf(key);
    if (key === '' || words.length > LONGEST_HEADER_WORDS) return null;
    const exact =
      this.known.get(words.join('')) ??
      this.known.get(withoutFillers(words).join('')) ??
      this.numbered(words);
    const { qualifier, rest } = this.qualified(words);
    if (exact) {
      const role = qualifier === 'stop' || qualifier === 'customer' ? qualifier : null;
      return { ...exact, qualifier: role, sure: true };
    }
    const hint = this.hints.get(words.join(''));
    if (hint) return { meaning: hint, qualifier: null, sure: false, own: false, rank: 0 };
    const bare = withoutFillers(rest);
    const entry =
      this.known.get(bare.join('')) ??
      this.known.get(bare.filter((word) => !ADDRESS_WORDS.has(word)).join(''));
    if (!entry || !mayBeQualified(entry.meaning)) return null;
    return { ...entry, own: false, qualifier, sure: qualifier !== 'customer' || entry.meaning !== 'notes' };
  }

  /** What a header means instead, where its column's content contradicts what it means at first. */
  otherwise(key: string): HeaderClaim | null {
    const written = wordsOf(key).join(' ');
    const meaning = Object.hasOwn(OTHERWISE, written) ? OTHERWISE[written]! : null;
    return meaning && { meaning, qualifier: null, sure: true, own: false, rank: LAST };
  }

  /** Fields that a normalised header looks like, best first. */
  likely(key: string): { field: FieldName; similarity: number }[] {
    const words = key.split(' ');
    const best = new Map<FieldName, number>();
    for (const { field, key: spelling, words: own } of this.spellings) {
      const similarity = mayBeTypo(words, own)
        ? headerSimilarity(key, spelling)
        : own.some((word) => words.includes(word))
          ? wordSimilarity(key, spelling)
          : 0;
      if (similarity > (best.get(field) ?? 0)) best.set(field, similarity);
    }
    return [...best]
      .map(([field, similarity]) => ({ field, similarity }))
      .sort((left, right) => right.similarity - left.similarity);
  }

  /** An "order number" is an order's Id, whatever the language's order of words; a "phone number" a phone. */
  private numbered(words: readonly string[]): Entry | undefined {
    const rest = withoutFillers(words).filter((word) => word !== 'number');
    const entry = rest.length < words.length ? this.known.get(rest.join('')) : undefined;
    return entry && (entry.meaning === 'externalId' || entry.meaning === 'recipient.phone')
      ? entry
      : undefined;
  }

  private qualified(words: readonly string[]): { qualifier: Qualifier | null; rest: string[] } {
    const found = new Set<Qualifier>();
    const rest: string[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!;
      const pair = QUALIFIER_WORDS.get(word + (words[at + 1] ?? ' '));
      const single = pair ?? QUALIFIER_WORDS.get(word);
      const compound = single ? undefined : this.compound(word);
      if (pair) at += 1;
      if (single) found.add(single);
      else if (compound) {
        found.add(compound.qualifier);
        rest.push(compound.rest);
      } else rest.push(word);
    }
    return { qualifier: DECIDING.find((qualifier) => found.has(qualifier)) ?? null, rest };
  }

  private compound(word: string): { qualifier: Qualifier; rest: string } | undefined {
    for (const [prefix, qualifier] of Object.entries(COMPOUNDS)) {
      if (!word.startsWith(prefix)) continue;
      const rest = word.slice(prefix.length);
      if (ADDRESS_WORDS.has(rest) || (this.known.has(rest) && !this.known.has(word)))
        return { qualifier, rest };
    }
    return undefined;
  }
}

const lexicons = new Map<Audience, Lexicon>();

export function lexiconFor(audience: Audience): Lexicon {
  const lexicon = lexicons.get(audience) ?? new Lexicon(audience);
  lexicons.set(audience, lexicon);
  return lexicon;
}

/** Whether each word may be the other's with a typo, which hardly ever changes both ends of it. */
function mayBeTypo(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return haveSameEnd(left.join(''), right.join(''));
  return left.every((word, at) => {
    const other = right[at]!;
    return word === other || (haveSameEnd(word, other) && headerSimilarity(word, other) >= SLIGHTLY_OFF);
  });
}

function haveSameEnd(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 2) return false;
  return left.slice(0, 2) === right.slice(0, 2) || left.slice(-2) === right.slice(-2);
}

/** "Billing Zip" is a zip; a "Shipping Total" or an "Invoice Id" is nothing of the sort. */
function mayBeQualified(meaning: Meaning): boolean {
  return /^(address|recipient|timing)\.|^notes$/.test(meaning) || meaning in PARTS;
}

function withoutFillers(words: readonly string[]): string[] {
  return words.filter((word) => !FILLERS.has(word));
}

/** The words of a normalised header, abbreviations written out: "Order No." is an order number. */
function wordsOf(key: string): string[] {
  return key
    .replace(NUMBER, 'number')
    .split(' ')
    .map((word) => (word === 'qty' ? 'quantity' : word));
}
