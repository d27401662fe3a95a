import { UsageError } from './failures.js';
import { show } from './shown.js';

/** An address as people write it, by this scheme where it has none. @throws UsageError when it is none */
export function addressOf(text: string, scheme: 'http' | 'https'): URL {
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${scheme}://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(show`“${text}” is no address: https://portal.example.com`);
}

const thisMachine = /^(localhost|127\.|\[::1\])/i;

/** Where an API is; written in one way, so that it can be compared. */
export function baseUrlOf(text: string): string {
  return addressOf(text.trim(), thisMachine.test(text) ? 'http' : 'https').href.replace(/(?<!\/)\/+$/, '');
}
