import { isIP } from 'node:net';
import { hasHidden } from '../../../common/schemas/tidy-text.js';
import { isPublicAddress } from './public-address.js';

/** The parts of an URL as they are written (RFC 3986, appendix B), before a parser mends what is wrong with them. */
const writtenParts =
  /^(?:(?<scheme>[^:/?#]+):)?(?:\/\/(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\?[^#]*)?(?<fragment>#)?/;
/** What follows the last colon that is not part of an IPv6 address. */
const writtenPort = /:(?<port>[^:\]]*)$/;

/** A part of a name between two dots; with underscores, which networks of containers have. */
const label = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;
/** Names that always lead to the machine itself (RFC 6761). */
const ownName = /(^|\.)localhost$/;
/** Names that the internet never has: RFC 6762, ICANN's resolution 2024.07.29.06, RFC 8375. */
const privateName = /\.(local|internal|home\.arpa)$/;

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
  return whyMisspelled(text, allowPrivate) ?? whyMisleading(text, allowPrivate);
}

/** What a parser would pass over in silence, so that the URL that is kept is the one that is meant. */
function whyMisspelled(text: string, allowHttp: boolean): string | undefined {
  const { scheme = '', authority, path, fragment } = writtenParts.exec(text)?.groups ?? {};
  if (!(allowHttp ? /^https?$/i : /^https$/i).test(scheme))
    return allowHttp
      ? 'must begin with https:// or http://'
      : 'must begin with https://; http is for development, with WEBHOOK_ALLOW_PRIVATE';
  if (text.includes('\\')) return 'may hold no backslash; write / or %5C';
  if (hasHidden(text)) return 'holds a tab, a line break or another character that nobody sees; remove it';
  if (/\s/.test(text)) return 'may hold no space; write %20 for one that belongs in it';
  if (authority === undefined || (authority === '' && path !== ''))
    return `must have exactly two slashes after ${scheme.toLowerCase()}:`;
  if (authority.includes('@'))
    return 'may hold no user name or password, nor an @ before the host; the signature proves who sends';
  if (fragment) return 'may have no # and nothing after it, for that is never sent';
  const port = writtenPort.exec(authority)?.groups?.port;
  if (port !== undefined && !isPort(port)) return 'must have a port from 1 to 65535, or none';
  if (authority.replace(writtenPort, '') === '')
    return 'names no host; write one after the slashes, such as https://example.org/hook';
  if (authority.includes('*')) return 'must name one host; a pattern with * is none';
  return undefined;
}

const isPort = (digits: string) =>
  /^\d{1,5}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 65_535;

/** Where it would lead, by the parser that sends by it too. */
function whyMisleading(text: string, allowPrivate: boolean): string | undefined {
  const hostname = URL.parse(text)?.hostname ?? '';
  const address = addressIn(hostname);
  const name = hostname.replace(/\.$/, '');
  if (address === undefined && !isName(name))
    return 'has a host that cannot be; it is a name such as hooks.example.org, or an IP address';
  if (allowPrivate) return undefined;
  if (address !== undefined)
    return isPublicAddress(address)
      ? undefined
      : 'must lead to an address of the internet, not of a private network';
  if (ownName.test(name))
    return 'must lead to the internet; names that end in localhost lead to the machine itself';
  if (privateName.test(name))
    return 'must lead to the internet; names that end in .local, .internal or .home.arpa are those of private networks';
  if (!name.includes('.'))
    return 'must name its host in full, such as hooks.example.org; one without a dot is of a private network';
  return undefined;
}

const isName = (name: string) => name.length <= 253 && name.split('.').every((part) => label.test(part));
