import { Inject, Injectable } from '@nestjs/common';
import { parse, stringify } from 'uuid';
import { SignedTokens } from '../../auth/identity/signed-tokens.js';
import { boundedCache } from '../../common/limits/bounded-cache.js';
import { CONFIG, type Config } from '../../config.js';

const idBytes = 16;

/** The recipient's tracking token: only this server can make one, and none is stored. */
@Injectable()
export class TrackingLinks {
  private readonly tokens: SignedTokens;
  private readonly root: string;
  private readonly remember = boundedCache<string>(20_000);

  constructor(@Inject(CONFIG) config: Pick<Config, 'JWT_SECRET' | 'PUBLIC_URL'>) {
    this.tokens = new SignedTokens(config.JWT_SECRET, 'tracking-link');
    this.root = `${config.PUBLIC_URL}/v1/tracking/`;
  }

  /** The recipient's tracking URL of the order. */
  urlOf(orderId: string): string {
    return this.root + this.tokenOf(orderId);
  }

  /** 43 URL-safe characters: the order's id and a 128-bit signature. */
  tokenOf(orderId: string): string {
    return this.remember(orderId, () => this.tokens.sign(parse(orderId)));
  }

  /** The order of a token; null for any other text. */
  verify(token: string): string | null {
    const id = this.tokens.verify(token, idBytes);
    return id && stringify(id);
  }
}
