import { isUtf8 } from 'node:buffer';

/** How much of a text is valid UTF-8. */
interface Utf8Count {
  /** Valid characters of two to four bytes. */
  multibyte: number;
  /** Bytes that belong to no valid character. */
  invalid: number;
}

/** The second bytes allowed after these lead bytes: others are overlong forms, surrogates or past U+10FFFF. */
const SECOND_BYTE: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

export function countUtf8(bytes: Uint8Array, count: Utf8Count): void {
  for (let i = 0; i < bytes.length;) {
    const length = characterLength(bytes, i);
    if (length > 1) count.multibyte += 1;
    if (length === 0) count.invalid += 1;
    i += length || 1;
  }
}

/** The start of an incomplete last character; `bytes.length` if the last one is complete. */
export function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc2) return leadLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Decodes UTF-8 that contains single bytes of Windows-1252, such as two joined exports. */
export class MixedDecoder {
  private readonly windows1252 = new TextDecoder('windows-1252');
  private rest: Buffer = Buffer.alloc(0);
  private isAtStart = true;

  decode(piece: Uint8Array, { stream }: { stream: boolean }): string {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : Buffer.from(piece);
    const end = stream ? completeLength(bytes) : bytes.length;
    this.rest = bytes.subarray(end);
    const text = this.decodeWhole(bytes.subarray(0, end));
    const isMarked = this.isAtStart && text.startsWith('\ufeff');
    this.isAtStart &&= text === '';
    return isMarked ? text.slice(1) : text;
  }

  private decodeWhole(bytes: Buffer): string {
    if (isUtf8(bytes)) return bytes.toString('utf8');
    let text = '';
    let start = 0;
    for (let i = 0; i < bytes.length;) {
      const length = characterLength(bytes, i);
      if (length === 0) {
        text += bytes.toString('utf8', start, i) + this.windows1252.decode(bytes.subarray(i, i + 1));
        start = i + 1;
      }
      i += length || 1;
    }
    return text + bytes.toString('utf8', start);
  }
}

/** The length of the character at `i`: 1 to 4 bytes, or 0 when it is not valid UTF-8. */
function characterLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  const length = leadLength(lead);
  const [least, most] = SECOND_BYTE.get(lead) ?? [0x80, 0xbf];
  const second = bytes[i + 1] ?? 0;
  if (length === 0 || second < least || second > most) return 0;
  for (let k = 2; k < length; k += 1) {
    if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function leadLength(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}
