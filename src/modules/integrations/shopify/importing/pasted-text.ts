import { tidyText } from '../../../../common/schemas/tidy-text.js';

/** `№` and `n°`, which no longer look like themselves once the text is composed. */
const numberMarks = /№|(?<![\p{L}\p{N}])n[°º]/giu;

/** A pasted text as it is read: one spelling for characters that mean the same. */
export function tidyPasted(text: string): string {
  return plainDigits(tidyText(text.replace(numberMarks, ' ')).normalize('NFKC')).replace(/[‐−]/g, '-');
}

/** Digits of every script as `0` to `9`. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** Unicode has the ten digits of a script side by side, here and there one script after another. */
function valueOf(digit: string): number {
  const at = digit.codePointAt(0)!;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1;
  return before % 10;
}
