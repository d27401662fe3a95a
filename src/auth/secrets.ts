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
 * A secret that belongs to `parts` and can be made again from them: mail can be sent again with the same link,
 * and the database still holds nothing but its hash.
 */
export function derivedSecret(key: string, ...parts: (string | number)[]): string {
  return createHmac('sha256', key).update(parts.join('\u0000')).digest('base64url');
}

/** What stands for `parts` where nobody may read them, e.g. whose attempts are counted. */
export function keyedHash(key: string, ...parts: string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
}

export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [hashSecret(a), hashSecret(b)];
  return timingSafeEqual(left, right);
}
