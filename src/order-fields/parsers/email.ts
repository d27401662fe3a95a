import { MAX_LENGTH } from '../limits.js';
import { boundedCache } from '../../common/limits/bounded-cache.js';
import { Doubt, type Fix, type Parsed, Refusal } from '../problems.js';
import { isOneSlipAway } from './one-slip.js';
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

/** Reads an e-mail address; one at a domain that is mistyped by the looks of it is kept, with a warning. */
export function parseEmail(text: string): Parsed<string | null> {
  const typed = line(text);
  if (typeof typed !== 'string') return typed;
  if (!isEmail(typed)) return new Refusal('email_invalid', EMAIL_SAYS, { fix: repaired(typed) });
  const email = lowerDomain(typed);
  const at = email.lastIndexOf('@') + 1;
  const meant = likelyDomain(email.slice(at));
  if (meant === null) return email;
  return new Doubt(
    email,
    'email_domain_doubtful',
    `looks like ${meant} with a slip; it was kept as typed. Correct it if that is meant.`,
    { value: email.slice(0, at) + meant, why: `The domain is one letter away from ${meant}.` },
  );
}

/** Slips after which only one address can have been meant. */
function repaired(typed: string): Fix | undefined {
  const [, bracketed = ''] = /<\s*([^<>\s]+)\s*>$/.exec(typed) ?? [];
  const several = typed.split(/[;,/\s]+/).filter((part) => part !== '');
  const [first = ''] = several;
  const at = typed.indexOf('@');
  const domain = typed.slice(at).replaceAll(',', '.');
  const repairs: [value: string, why: string][] = [
    [bracketed, 'It is the address between the brackets.'],
    [typed.replace(/^mailto:/i, ''), 'Without mailto: it is an address.'],
    [several.every(isEmail) ? first : '', 'It is the first of the addresses; an order has one.'],
    [typed.replace(/(?<![.,;])[.,;]+$/, ''), 'Without the sign at its end it is an address.'],
    [typed.replace(/(?<!\s)\s+(?=[@.])|(?<=[@.])\s+/g, ''), 'Without the space it is an address.'],
    [typed.replace(/@{2,}/, '@'), 'With one @ it is an address.'],
    [typed.slice(0, at) + domain, 'With a dot for the comma it is an address.'],
  ];
  const [value, why] = repairs.find(([repair]) => isEmail(repair)) ?? [];
  return value === undefined || why === undefined ? undefined : { value: lowerDomain(value), why };
}

const USUAL_DOMAINS =
  'gmail.com googlemail.com hotmail.com outlook.com yahoo.com icloud.com t-online.de comcast.net btinternet.com ' +
  'hotmail.co.uk yahoo.co.uk verizon.net';
const usual = new Set(USUAL_DOMAINS.split(' '));
/** Domains of their own, although one letter away from a usual one. */
const OWN_DOMAINS = new Set('mail.com email.com ymail.com cloud.com'.split(' '));
const cached = boundedCache<{ meant: string | null }>(1_000);

function likelyDomain(domain: string): string | null {
  if (usual.has(domain) || OWN_DOMAINS.has(domain)) return null;
  return cached(domain, () => ({
    meant: [...usual].find((name) => isOneSlipAway(domain, name)) ?? null,
  })).meant;
}
