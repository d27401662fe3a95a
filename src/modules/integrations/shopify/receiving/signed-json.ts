import { isStorable } from '../../../../common/schemas/storable.js';

/** Far deeper than any webhook of Shopify’s is nested. To read such a one takes many seconds. */
const mostNested = 64;

const bytesOf = (text: string) => [...Buffer.from(text)];
const [quote, backslash] = bytesOf('"\\') as [number, number];
const opening = new Set(bytesOf('[{'));
const closing = new Set(bytesOf(']}'));

/** What a signed body says; why it says nothing that can be read. */
export function signedJson(body: Buffer): { json: unknown } | { refused: string } {
  if (isTooDeep(body)) return { refused: `Its body is nested deeper than ${mostNested} times.` };
  const text = body.toString('utf8');
  const noJson = { refused: 'Its body is no JSON that can be kept.' };
  try {
    return isStorable(text) ? { json: JSON.parse(text) as unknown } : noJson;
  } catch {
    return noJson;
  }
}

/** Looks at the brackets alone, and builds nothing. */
function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]!;
    if (byte === quote) at = endOfText(body, at);
    else if (opening.has(byte) && (depth += 1) > mostNested) return true;
    else if (closing.has(byte)) depth -= 1;
  }
  return false;
}

/** Where the text that begins with the quote at `begin` ends. */
function endOfText(body: Buffer, begin: number): number {
  let at = begin + 1;
  while (at < body.length && body[at] !== quote) at += body[at] === backslash ? 2 : 1;
  return at;
}
