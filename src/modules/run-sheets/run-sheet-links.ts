import { Inject, Injectable } from '@nestjs/common';
import { parse, stringify } from 'uuid';
import { SignedTokens } from '../../auth/identity/signed-tokens.js';
import { CONFIG, type Config } from '../../config.js';

const idBytes = 16;
const expiryBytes = 6;
const lifetimeHours = 48;

/** The driver's access to one route: a token that only this server can make and that expires. None is stored. */
@Injectable()
export class RunSheetLinks {
  private readonly tokens: SignedTokens;
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'JWT_SECRET' | 'PUBLIC_URL'>) {
    this.tokens = new SignedTokens(config.JWT_SECRET, 'run-sheet-link');
    this.root = `${config.PUBLIC_URL}/v1/run-sheets/`;
  }

  /** A link valid for 48 hours from now, or from the route's planned start if that is later. */
  create(routeId: string, startsAt: Date | null): { url: string; expiresAt: Date } {
    const from = Math.max(Date.now(), startsAt?.getTime() ?? 0);
    const expiresAt = new Date(from + lifetimeHours * 3_600_000);
    return { url: this.root + this.tokenOf(routeId, expiresAt), expiresAt };
  }

  /** 51 URL-safe characters: the route's id, the expiry and a 128-bit signature. */
  tokenOf(routeId: string, expiresAt: Date): string {
    const expiry = Buffer.alloc(expiryBytes);
    expiry.writeUIntBE(expiresAt.getTime(), 0, expiryBytes);
    return this.tokens.sign(Buffer.concat([parse(routeId), expiry]));
  }

  /** The route of a token and its expiry; null for an expired one and for any other text. */
  verify(token: string): { routeId: string; expiresAt: Date } | null {
    const claim = this.tokens.verify(token, idBytes + expiryBytes);
    if (!claim) return null;
    const expiresAt = new Date(claim.readUIntBE(idBytes, expiryBytes));
    if (expiresAt.getTime() <= Date.now()) return null;
    return { routeId: stringify(claim.subarray(0, idBytes)), expiresAt };
  }
}
