import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Names that always lead to the machine itself (RFC 6761). */
const ownNames = /(^|\.)localhost\.?$/;

/** The address that an URL spells out, in whatever notation; undefined where it has a name. */
export function addressIn(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}

/**
 * Why nothing may be sent to this URL, or undefined where it may. A name is only looked at here; the addresses that it
 * leads to are checked whenever a connection is made.
 */
export function whyRefused(text: string, { allowPrivate }: { allowPrivate: boolean }): string | undefined {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'must be an https URL';
  if (url.protocol === 'http:' && !allowPrivate) return 'must begin with https://';
  if (url.username !== '' || url.password !== '')
    return 'may hold no user name or password; the signature proves who sends';
  if (url.hash !== '') return 'may have no part after #, which is never sent';
  if (allowPrivate) return undefined;
  const address = addressIn(url.hostname);
  const isPublic = address === undefined ? !ownNames.test(url.hostname) : isPublicAddress(address);
  return isPublic ? undefined : 'must lead to an address of the internet, not of a private network';
}
