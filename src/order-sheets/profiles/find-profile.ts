import { normalizeHeader } from '../detection/header-similarity.js';
import { PROFILES } from './known-profiles.js';
import { type OrderProfile } from './order-profile.js';

const BY_SIGNATURE = PROFILES.map((profile) => ({ profile, keys: profile.signature.map(normalizeHeader) }));

/** The profile of that name, or undefined when there is none. */
export function profileOf(name: string): OrderProfile | undefined {
  return PROFILES.find((profile) => profile.name === name);
}

/** The profile whose signature these headers satisfy; of several the one that asks for most, and none when two ask for as much. */
export function findProfile(headers: readonly string[]): OrderProfile | undefined {
  const given = new Set(headers.map(normalizeHeader));
  const satisfied = BY_SIGNATURE.filter(({ keys }) => keys.every((key) => given.has(key)));
  const most = Math.max(...satisfied.map(({ keys }) => keys.length));
  const [best, rival] = satisfied.filter(({ keys }) => keys.length === most);
  return rival ? undefined : best?.profile;
}
