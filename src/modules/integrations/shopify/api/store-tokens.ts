import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { derivedSecret } from '../../../../auth/identity/secrets.js';
import { Sealer } from '../../../../common/sealing.js';
import { CONFIG, type Config } from '../../../../config.js';

const schema = z.strictObject({
  accessToken: z.string(),
  /** Null for one that lasts. */
  accessEndsAt: z.string().nullable(),
  /** Null where there is none. */
  refreshToken: z.string().nullable(),
  refreshEndsAt: z.string().nullable(),
});

/** What one store lets us in by. */
export type StoreTokens = z.output<typeof schema>;

/** How long before its end an access token is replaced. */
const earlySeconds = 5 * 60;
/** The same for refresh tokens: the round that looks after stores is daily. */
const earlyRefreshSeconds = 7 * 86_400;

const endsWithin = (end: string | null, seconds: number) =>
  end !== null && Date.parse(end) - Date.now() < seconds * 1_000;

/** Whether they should be replaced now. */
export const isDue = (tokens: StoreTokens) =>
  endsWithin(tokens.accessEndsAt, earlySeconds) || endsWithin(tokens.refreshEndsAt, earlyRefreshSeconds);

/** Whether the access token is good for a call that begins now. */
export const isGood = (tokens: StoreTokens) => !endsWithin(tokens.accessEndsAt, 30);

/** Seals the tokens of stores for the database, each for its own row. */
@Injectable()
export class TokenSeals {
  private readonly sealer: Sealer;

  /** What was sealed before `ENCRYPTION_KEYS` were set is opened all the same. */
  constructor(@Inject(CONFIG) { ENCRYPTION_KEYS, JWT_SECRET }: Config) {
    const usual = Buffer.from(derivedSecret(JWT_SECRET, 'sealing'), 'base64url');
    this.sealer = new Sealer([...ENCRYPTION_KEYS, usual]);
  }

  seal(tokens: StoreTokens, storeId: string): string {
    return this.sealer.seal(JSON.stringify(tokens), storeId);
  }

  /** @throws UnsealError */
  open(sealed: string, storeId: string): StoreTokens {
    return schema.parse(JSON.parse(this.sealer.open(sealed, storeId)));
  }

  /** Whether they were sealed with a key that a rotation has replaced. */
  isOld(sealed: string): boolean {
    return !this.sealer.isNewest(sealed);
  }
}
