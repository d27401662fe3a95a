import ipaddr from 'ipaddr.js';

/** Addresses of networks that translate to IPv4; the last 32 bits say which. */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** What the world's registries give out; the rest of IPv6 is special or nobody's yet. */
const global = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address is one of the internet's, in whatever form it carries an IPv4 address. */
export function isPublicAddress(text: string): boolean {
  // A zone names an interface of this machine.
  if (text.includes('%') || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  const inner = innerIPv4(address);
  if (inner) return inner.range() === 'unicast';
  return address.match(global) && address.range() === 'unicast';
}

function innerIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(translated) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : undefined;
}
