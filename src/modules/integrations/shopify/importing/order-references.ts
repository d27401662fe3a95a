import { shorten } from '../../../../common/schemas/tidy-text.js';
import { labels, looksLikeRange, rangeDetail, rangePattern } from './order-ranges.js';
import { plainDigits, tidyPasted } from './pasted-text.js';

/** How somebody named an order of a store. */
export type OrderReference = {
  /** As it was given, shortened where it is long. */
  input: string;
} & (
  | { kind: 'id'; id: string; shop: string | null }
  /** Digits alone may be either: ids have grown to thirteen digits, names begin at 1001. */
  | { kind: 'number'; digits: string }
  /** Where none is called so, `number` is meant, or `why` is to be told. */
  | { kind: 'name'; name: string; number?: string; why?: string }
  | { kind: 'unknown'; why: string }
);

/** Shopify’s ids are numbers of 64 bits. */
const greatestId = 2n ** 63n - 1n;
const maxNameLength = 100;

/** What never is part of an address, and what is part of no name either. */
const around = String.raw`\s,;|"'${'`'}´<>«»“”‘’„()\[\]{}`;
const separators = String.raw`${around}=\\•·*&+、；。؛`;
/** What a text consists of, in the order in which it is looked for. */
const pieces = new RegExp(
  [
    `(?<gid>gid://[^${around}]+)`,
    `(?<url>(?:https?://|(?:admin\\.shopify\\.com|[a-z0-9-]+\\.myshopify\\.com)/)[^${around}]+)`,
    String.raw`(?<phone>\+\d(?:[ ().-]{0,2}\d){7,14}(?!\d))`,
    String.raw`(?<cut>\d[.,]\d+E\+\d+)`,
    String.raw`(?<grouped>(?<![\p{L}\p{N}])#?\d{1,3}(?:(?:[,'’٬]\d{3})+|(?: 0\d{2})+)(?:\.\d+)?(?![\p{L}\p{N}]))`,
    `(?<range>${rangePattern})`,
    `(?<word>[^–—‒―→~〜${separators}]+)`,
  ].join('|'),
  'giu',
);
/** What each looks like that names no order. */
const oddities = {
  phone: 'It looks like a phone number.',
  cut: 'A spreadsheet has cut this number. Write all its digits.',
  grouped:
    'It may be one number or several. Write each without commas, such as #1001, and a space between two.',
  range: rangeDetail,
};
const oddKinds = Object.keys(oddities) as (keyof typeof oddities)[];
const orderGid = /^gid:\/\/shopify\/order\/(\d+)(?:\?.*)?$/i;
/** In the admin, as it is and as it was, and in its API. */
const orderPath = /^(?:\/store\/[^/]+|\/admin(?:\/api\/[^/]+)?)?\/orders\/(\d+)/i;
/** `#1001#1002` and `1001/1002` are two. */
const joined = /(?<=[\p{L}\p{N}])(?=#)|(?<=\p{N})\/+(?=#?\p{N})/u;
const edges = /^[.:!?_/-]+|(?<![.:!?_/-])[.:!?_/-]+$/gu;
/** `No.1007`, `order:1007` */
const label = new RegExp(`^(?:${labels})[.:]+(?=#?\\p{N})`, 'iu');
/** `order1007`, which a store may call its orders, too. */
const joinedLabel = new RegExp(`^(?:${labels})[_-]?(?=\\d+$)`, 'iu');
const orderName = /^#?(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]*$/u;

/** Words that stand beside orders and mean none: they are passed over in silence. */
const passedOver = new Set(
  (
    'a an and also as well et e y und sowie en og och i the please bitte order orders bestellung bestellungen ' +
    'commande commandes pedido pedidos ordine ordini no nr num number numbers numero nummer id ids name ' +
    'names shopify store shop import from of von vom de la du des desde del dal da van od från #'
  ).split(' '),
);

/**
 * Finds every order that a pasted text names: names as Shopify prints them, ids, global ids and addresses of the
 * admin, between whatever separators, in the order of the text. A piece that names none comes back as `unknown`, with
 * what to write instead; the same piece twice comes back once.
 */
export function referencesIn(text: string): OrderReference[] {
  const found = [...tidyPasted(text).matchAll(pieces)].flatMap(({ groups = {} }): OrderReference[] => {
    const { gid, url, word } = groups;
    if (gid !== undefined) return [ofGid(gid)];
    if (url !== undefined) return [ofUrl(url)];
    if (word !== undefined) return word.split(joined).flatMap((part) => ofWord(part));
    const odd = oddKinds.find((kind) => groups[kind] !== undefined)!;
    return [{ input: groups[odd]!, kind: 'unknown', why: oddities[odd] }];
  });
  // Where orders are told apart by `#`, the words between are a letter's.
  const isLetter = found.some(({ input }) => /^#.*\p{N}/u.test(input));
  const meant = isLetter
    ? found.filter(({ kind, input }) => kind !== 'unknown' || /\p{N}/u.test(input))
    : found;
  return once(meant.map((one) => ({ ...one, input: shorten(one.input) })));
}

/** What one entry of a list of ids names: a number, a global id, or anything that a pasted text may hold. */
export function referenceOf(entry: string): OrderReference {
  const input = shorten(entry.trim());
  if (isId(input)) return { input, kind: 'id', id: withoutZeros(input), shop: null };
  const [first, ...more] = referencesIn(entry);
  return first && more.length === 0
    ? { ...first, input }
    : { input, kind: 'unknown', why: 'It is not the id of one order.' };
}

const isId = (digits: string) => /^\d{1,19}$/.test(digits) && BigInt(digits) <= greatestId;
const noId = 'It is a greater number than any id.';

function ofWord(word: string): OrderReference[] {
  const input = word.replace(edges, '').replace(label, '');
  if (input === '' || passedOver.has(input.toLowerCase())) return [];
  // A spreadsheet shows numbers with decimals.
  const digits = input.replace(/^(\d+)\.0+$/, '$1');
  if (isId(digits)) return [{ input, kind: 'number', digits }];
  if (/^\d+$/.test(digits)) return [{ input, kind: 'unknown', why: noId }];
  if (orderName.test(input) && input.length <= maxNameLength) return [ofName(input)];
  const why = 'It names no order. Write its name (#1001), its id, or its address in Shopify’s admin.';
  return [{ input, kind: 'unknown', why }];
}

function ofName(input: string): OrderReference {
  const name = { input, kind: 'name' as const, name: input };
  if (looksLikeRange(input)) return { ...name, why: rangeDetail };
  return joinedLabel.test(input) ? { ...name, number: input.replace(joinedLabel, '') } : name;
}

function ofGid(gid: string): OrderReference {
  const input = gid.replace(edges, '');
  const id = orderGid.exec(input)?.[1];
  return id === undefined
    ? { input, kind: 'unknown', why: 'It is the id of something else than an order.' }
    : ofId(input, id, null);
}

const ofId = (input: string, digits: string, shop: string | null): OrderReference =>
  isId(digits)
    ? { input, kind: 'id', id: withoutZeros(digits), shop }
    : { input, kind: 'unknown', why: noId };

function ofUrl(address: string): OrderReference {
  const input = address.replace(/(?<![).\]}!?:])[).\]}!?:]+$/u, '');
  const place = placeOf(input);
  const unknown = (why: string): OrderReference => ({ input, kind: 'unknown', why });
  if (!place) return unknown('It is not the address of an order in Shopify’s admin.');
  const { host, path, shop } = place;
  if (shop === undefined)
    return unknown(
      `It is an address of ${shorten(host)}, not of the store’s admin. Write the order’s name (#1001), or its address as the admin has it.`,
    );
  const id = orderPath.exec(path)?.[1];
  return id === undefined
    ? unknown('It is not the address of an order in Shopify’s admin.')
    : ofId(input, id, shop);
}

/** Where an address leads to. Its store is null where the admin’s address does not say it, undefined where it is of none. */
function placeOf(address: string): { host: string; path: string; shop?: string | null } | undefined {
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  if (!url) return undefined;
  const { hostname: host, pathname: path } = url;
  if (host !== 'admin.shopify.com')
    return { host, path, shop: /^[a-z0-9-]+\.myshopify\.com$/.test(host) ? host : undefined };
  const handle = /^\/store\/([a-z0-9-]+)/i.exec(path)?.[1]?.toLowerCase();
  return { host, path, shop: handle === undefined ? null : `${handle}.myshopify.com` };
}

const withoutZeros = (digits: string) => digits.replace(/^0+(?=\d)/, '');

function once(references: OrderReference[]): OrderReference[] {
  const byKey = new Map<string, OrderReference>();
  for (const one of references) if (!byKey.has(keyOf(one))) byKey.set(keyOf(one), one);
  return [...byKey.values()];
}

function keyOf(reference: OrderReference): string {
  if (reference.kind === 'id') return `id ${reference.id} ${reference.shop}`;
  if (reference.kind === 'number') return `number ${reference.digits}`;
  return `${reference.kind} ${plainName(reference.kind === 'name' ? reference.name : reference.input)}`;
}

/** A name without what people leave out: `#1001` and `1001` are one. */
export function plainName(given: string): string {
  return plainDigits(given.normalize('NFKC')).trim().replace(/^#/, '').toLowerCase();
}
