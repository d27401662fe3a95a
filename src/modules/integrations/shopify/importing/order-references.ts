import { shorten, tidyText } from '../../../../common/schemas/tidy-text.js';

/** How somebody named an order of a store. */
export type OrderReference = {
  /** As it was given, shortened where it is long. */
  input: string;
} & (
  | { kind: 'id'; id: string; shop: string | null }
  /** Digits alone may be either: ids have grown to thirteen digits, names begin at 1001. */
  | { kind: 'number'; digits: string }
  | { kind: 'name'; name: string }
  | { kind: 'unknown'; why: string }
);

/** The digits of the longest id that Shopify's 64 bits hold. */
const maxDigits = 19;
const maxNameLength = 100;

/** What never is part of an address, and what is part of no name either. */
const around = String.raw`\s,;|"'${'`'}´<>«»“”‘’„()\[\]{}`;
const separators = String.raw`${around}=\\•·*&+、，；。`;
/** What a text consists of, in the order in which it is looked for. */
const pieces = new RegExp(
  [
    `(?<gid>gid://[^${around}]+)`,
    `(?<url>(?:https?://|(?:admin\\.shopify\\.com|[a-z0-9-]+\\.myshopify\\.com)/)[^${around}]+)`,
    String.raw`(?<range>#?\d+(?:\s*(?:[–—→~]|\.{2,})\s*#?|[^\S\n]*-[^\S\n]*#|[^\S\n]+-[^\S\n]+)\d+)`,
    `(?<word>[^–—→~${separators}]+)`,
  ].join('|'),
  'giu',
);
const orderGid = /^gid:\/\/shopify\/order\/(\d{1,19})(?:\?.*)?$/i;
/** In the admin, as it is and as it was, and in its API. */
const orderPath = /^(?:\/store\/[^/]+|\/admin(?:\/api\/[^/]+)?)?\/orders\/(\d{1,19})(?!\d)/i;
/** `#1001#1002` and `1001/1002` are two. */
const joined = /(?<=[\p{L}\p{N}])(?=#)|(?<=\p{N})\/+(?=#?\p{N})/u;
const edges = /^[.:!?_/-]+|[.:!?_/-]+$/gu;
/** `No.1007`, `order:1007` */
const label =
  /^(?:no|nr|num|number|numero|nummer|id|order|bestellung|commande|pedido|ordine)[.:]+(?=#?\p{N})/iu;
const orderName = /^#?(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]*$/u;

/** Words that stand beside orders and mean none: they are passed over in silence. */
const passedOver = new Set(
  (
    'a an and also as well et e y und sowie en og och i the please bitte order orders bestellung bestellungen ' +
    'commande commandes pedido pedidos ordine ordini no nr num number numbers numero nummer id ids name ' +
    'names shopify store shop import from of #'
  ).split(' '),
);

/**
 * Finds every order that a pasted text names: names as Shopify prints them, ids, global ids and addresses of the
 * admin, between whatever separators, in the order of the text. A piece that names none comes back as `unknown`, with
 * what to write instead; the same piece twice comes back once.
 */
export function referencesIn(text: string): OrderReference[] {
  const tidy = tidyText(text.replaceAll('№', ' ')).normalize('NFKC');
  const found = [...tidy.matchAll(pieces)].flatMap(({ groups = {} }): OrderReference[] => {
    const { gid, url, range, word = '' } = groups;
    if (gid !== undefined) return [ofGid(gid)];
    if (url !== undefined) return [ofUrl(url)];
    if (range !== undefined)
      return [{ input: range, kind: 'unknown', why: 'It looks like a range. Write each order by itself.' }];
    return word.split(joined).flatMap((part) => ofWord(part));
  });
  return once(found.map((one) => ({ ...one, input: shorten(one.input) })));
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

const isId = (digits: string) => /^\d{1,19}$/.test(digits);

function ofWord(word: string): OrderReference[] {
  const input = word.replace(edges, '').replace(label, '');
  if (input === '' || passedOver.has(input.toLowerCase())) return [];
  if (isId(input)) return [{ input, kind: 'number', digits: input }];
  if (/^\d+$/.test(input))
    return [{ input, kind: 'unknown', why: `It has more than the ${maxDigits} digits of an id.` }];
  if (orderName.test(input) && input.length <= maxNameLength) return [{ input, kind: 'name', name: input }];
  const why = 'It names no order. Write its name (#1001), its id, or its address in Shopify’s admin.';
  return [{ input, kind: 'unknown', why }];
}

function ofGid(gid: string): OrderReference {
  const input = gid.replace(edges, '');
  const id = orderGid.exec(input)?.[1];
  return id === undefined
    ? { input, kind: 'unknown', why: 'It is the id of something else than an order.' }
    : { input, kind: 'id', id: withoutZeros(id), shop: null };
}

function ofUrl(address: string): OrderReference {
  const input = address.replace(/[).\]}!?:]+$/u, '');
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
    : { input, kind: 'id', id: withoutZeros(id), shop };
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
  return given.normalize('NFKC').trim().replace(/^#/, '').toLowerCase();
}
