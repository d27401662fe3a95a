import { Inject, Injectable } from '@nestjs/common';
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { derivedSecret } from '../../auth/secrets.js';
import { CONFIG, type Config } from '../../config.js';
import { boundedCache } from '../../order-fields/parsers/bounded-cache.js';

const idBytes = 16;
const macBytes = 16;

/** The recipient's tracking token: only this server can make one, and none is stored. */
@Injectable()
export class TrackingLinks {
  private readonly key: KeyObject;
  private readonly root: string;
  private readonly remember = boundedCache<string>(20_000);

  constructor(@Inject(CONFIG) config: Pick<Config, 'JWT_SECRET' | 'PUBLIC_URL'>) {
    this.key = createSecretKey(Buffer.from(derivedSecret(config.JWT_SECRET, 'tracking-link'), 'base64url'));
    this.root = `${config.PUBLIC_URL}/v1/tracking/`;
  }

  /** The recipient's tracking URL of the order. */
  urlOf(orderId: string): string {
    return this.root + this.tokenOf(orderId);
  }

  /** 43 URL-safe characters: the order's id and a 128-bit signature. */
  tokenOf(orderId: string): string {
    return this.remember(orderId, () => {
      const id = parse(orderId);
      return Buffer.concat([id, this.macOf(id)]).toString('base64url');
    });
  }

  /** The order of a token; null for any other text, in constant time. */
  verify(token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== idBytes + macBytes || bytes.toString('base64url') !== token) return null;
    const id = bytes.subarray(0, idBytes);
    return timingSafeEqual(this.macOf(id), bytes.subarray(idBytes)) ? stringify(id) : null;
  }

  private macOf(id: Uint8Array): Buffer {
    return createHmac('sha256', this.key).update(id).digest().subarray(0, macBytes);
  }
}
