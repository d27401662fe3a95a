import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { derivedSecret } from './secrets.js';

const macBytes = 16;

/** Tokens that carry a few bytes and only this server can make. None is stored. */
export class SignedTokens {
  private readonly key: KeyObject;

  /** @param purpose keeps the tokens of one purpose from being good for another */
  constructor(secret: string, purpose: string) {
    this.key = createSecretKey(Buffer.from(derivedSecret(secret, purpose), 'base64url'));
  }

  /** The bytes and a signature of 128 bits, safe in URLs. */
  sign(claim: Uint8Array): string {
    return Buffer.concat([claim, this.macOf(claim)]).toString('base64url');
  }

  /** The bytes that the token carries, `size` of them; null for any other text, in constant time. */
  verify(token: string, size: number): Buffer | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== size + macBytes || bytes.toString('base64url') !== token) return null;
    const claim = bytes.subarray(0, size);
    return timingSafeEqual(this.macOf(claim), bytes.subarray(size)) ? claim : null;
  }

  private macOf(claim: Uint8Array): Buffer {
    return createHmac('sha256', this.key).update(claim).digest().subarray(0, macBytes);
  }
}
