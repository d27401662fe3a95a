import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a secret, as it is stored. The secrets hashed here have 128 bits or more, so plain hashing is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A new secret of 256 bits, safe in URLs. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * A secret derived from `parts`: mail can be sent again with the same link, while the database stores only
 * its hash.
 */
export function derivedSecret(key: string, ...parts: (string | number)[]): string {
  return createHmac('sha256', key).update(parts.join('\u0000')).digest('base64url');
}

/** A keyed hash that stands in for `parts` where these must not be readable, e.g. in counters of attempts. */
export function keyedHash(key: string, ...parts: string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
}

export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [hashSecret(a), hashSecret(b)];
  return timingSafeEqual(left, right);
}
