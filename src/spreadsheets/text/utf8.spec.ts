import fc from 'fast-check';
import { completeLength, countUtf8, MixedDecoder } from './utf8.js';

const CP1252 = new TextDecoder('windows-1252');

describe('UTF-8', () => {
  it('is told from other bytes as the platform does', () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    const likely = fc
      .array(fc.constantFrom(0x41, 0x80, 0xa0, 0xbf, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5))
      .map((list) => Uint8Array.from(list));
    fc.assert(
      fc.property(fc.oneof(bytes, likely), (input) => {
        const count = { multibyte: 0, invalid: 0 };
        countUtf8(input, count);
        expect(count.invalid === 0).toBe(isValid(input));
      }),
      { numRuns: 2000 },
    );
  });

  it('is cut before a character that goes on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(text);
        const piece = bytes.subarray(0, cut % (bytes.length + 1));
        const complete = completeLength(piece);
        expect(isValid(piece.subarray(0, complete))).toBe(true);
        expect(piece.length - complete).toBeLessThan(4);
      }),
    );
  });

  it('is decoded without the byte order mark at its start, however that is cut', () => {
    const bytes = Buffer.concat([Buffer.from('\ufeff"Id",é\ufeff,'), Buffer.from([0xe9])]);
    for (let at = 0; at <= bytes.length; at += 1) {
      const decoder = new MixedDecoder();
      const text =
        decoder.decode(bytes.subarray(0, at), { stream: true }) +
        decoder.decode(bytes.subarray(at), { stream: false });
      expect(text).toBe('"Id",é\ufeff,é');
    }
  });

  it('is decoded around bytes of Windows-1252, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('é', '€', '😀', 'a', ',')), fc.nat(), (characters, cut) => {
        const foreign = Buffer.from([0xe9, 0x2c, 0x80, 0x2c]);
        const bytes = Buffer.concat([
          Buffer.from(characters.join('')),
          foreign,
          Buffer.from(characters.join('')),
        ]);
        const decoder = new MixedDecoder();
        const at = cut % bytes.length;
        const text =
          decoder.decode(bytes.subarray(0, at), { stream: true }) +
          decoder.decode(bytes.subarray(at), { stream: false });
        expect(text).toBe(characters.join('') + CP1252.decode(foreign) + characters.join(''));
      }),
    );
  });
});

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
