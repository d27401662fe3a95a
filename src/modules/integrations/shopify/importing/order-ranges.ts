/** What people put before the number of an order. */
export const labels =
  'no|nr|num|number|numero|número|nummer|numéro|id|orders?|bestellung|commande|pedido|ordine|订单号?|訂單|주문|注文';

/** From one order to another, in the languages that stores are kept in. */
const through =
  "to|until|till|thru|through|up to|bis|à|au|jusqu['’](?:à|au)|a|a la|al|ao|até|hasta|ad|fino a|t/m|tot|tot en met|til|do|до|по";
const between = 'between|zwischen|entre|tra|fra|tussen|mellan|mellem';
const marks = String.raw`[–—‒―→~〜至到]|から|\.{2,}|[-=]+>`;

// Looks for a digit only from where an order can begin, not from each of many dots.
const end = String.raw`#?(?=[\p{L}\p{N}])(?=[\p{L}\p{N}#._/-]*\p{N})[\p{L}\p{N}](?:[\p{L}\p{N}#._/-]*[\p{L}\p{N}])?`;
const link = [
  String.raw`\s*(?:${marks})\s*#?`,
  // Without a space it may be the name of an order.
  String.raw`[^\S\n]+-[^\S\n]*|-(?:[^\S\n]+|[^\S\n]*#)`,
  String.raw`\s+(?=\p{L})(?:${through})\s+`,
].join('|');

/** From which order to which; it is not guessed which orders of the store lie between. */
export const rangePattern = [
  String.raw`(?=[bzetfm])(?:${between})\s+${end}\s+(?:\p{L}+|&)\s+${end}`,
  String.raw`${end}(?:${link})(?:(?:${labels})[.:]*\s*)?${end}`,
].join('|');

/** May be a name, too. */
export const looksLikeRange = (name: string) => /^#?\d+-\d+$/.test(name);

export const rangeDetail = 'It looks like a range. Write each order by itself: #1001, #1002, #1003.';
