import { isIPv6 } from 'node:net';

/**
 * The network to count an address by: an IPv6 address is one of 2^64 that its holder may choose from, so the
 * first half counts; an IPv4 address counts itself, however it is written.
 */
export function networkOf(address: string): string {
  const plain = address.split('%', 1)[0]!;
  if (!isIPv6(plain)) return address;
  const groups = groupsOf(new URL(`http://[${plain}]`).hostname.slice(1, -1));
  return groups.slice(0, 6).join() === '0,0,0,0,0,ffff' ? toIPv4(groups) : groups.slice(0, 4).join(':');
}

/** The eight groups of a compressed address. */
function groupsOf(compressed: string): string[] {
  const [head = [], tail = []] = compressed.split('::').map((half) => half.split(':').filter(Boolean));
  return [...head, ...new Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

function toIPv4(groups: string[]): string {
  return groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((bits) => [bits >> 8, bits & 255])
    .join('.');
}
