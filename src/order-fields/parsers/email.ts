import { MAX_LENGTH } from '../limits.js';
import { type Parsed, Refusal } from '../problems.js';
import { lineParser } from './plain.js';

const EDGE = String.raw`[\p{L}\p{M}\p{N}]`;
const LABEL = String.raw`${EDGE}(?:[\p{L}\p{M}\p{N}\-]{0,61}${EDGE})?`;

/** Regular expression source (flag `u`) of an e-mail address; the same in the check and in the JSON Schema. */
export const EMAIL_PATTERN = String.raw`^[^\s\p{Cc}@",:;<>\(\)\[\]\\]{1,64}@(?:${LABEL}\.)+[\p{L}\p{M}\p{N}\-]{2,63}$`;

const EMAIL = new RegExp(EMAIL_PATTERN, 'u');
const UPPER = /[A-Z]/;
const line = lineParser(MAX_LENGTH.email);

export const EMAIL_SAYS = 'is not an e-mail address. Write it like ada@example.org, or leave it empty.';

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** The part after `@` in lower case; the part before it belongs to the recipient's mail server. */
export function lowerDomain(email: string): string {
  if (!UPPER.test(email)) return email;
  const at = email.lastIndexOf('@');
  return email.slice(0, at) + email.slice(at).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Reads an e-mail address. */
export function parseEmail(text: string): Parsed<string | null> {
  const email = line(text);
  if (typeof email !== 'string') return email;
  return isEmail(email) ? lowerDomain(email) : new Refusal('email_invalid', EMAIL_SAYS);
}
