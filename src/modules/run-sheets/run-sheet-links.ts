import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { derivedSecret } from '../../auth/secrets.js';
import { CONFIG, type Config } from '../../config.js';

const idBytes = 16;
const expiryBytes = 6;
const macBytes = 16;
const lifetimeHours = 48;

/** The driver's way in: a token that only this server can make, and that ends by itself. Nothing is stored. */
@Injectable()
export class RunSheetLinks {
  private readonly key: Buffer;
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'JWT_SECRET' | 'PUBLIC_URL'>) {
    this.key = Buffer.from(derivedSecret(config.JWT_SECRET, 'run-sheet-link'), 'base64url');
    this.root = `${config.PUBLIC_URL}/v1/run-sheets/`;
  }

  /** A link good for 48 hours from now, or from the route's start where that is later. */
  create(routeId: string, startsAt: Date | null): { url: string; expiresAt: Date } {
    const from = Math.max(Date.now(), startsAt?.getTime() ?? 0);
    const expiresAt = new Date(from + lifetimeHours * 3_600_000);
    return { url: this.root + this.tokenOf(routeId, expiresAt), expiresAt };
  }

  /** 51 URL-safe characters: the route's id, when it ends, and 128 bits that prove it was handed out here. */
  tokenOf(routeId: string, expiresAt: Date): string {
    const expiry = Buffer.alloc(expiryBytes);
    expiry.writeUIntBE(expiresAt.getTime(), 0, expiryBytes);
    const claim = Buffer.concat([parse(routeId), expiry]);
    return Buffer.concat([claim, this.macOf(claim)]).toString('base64url');
  }

  /** The route a token is for and until when; null for one that has ended and for any other text. */
  verify(token: string): { routeId: string; expiresAt: Date } | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== idBytes + expiryBytes + macBytes || bytes.toString('base64url') !== token)
      return null;
    const claim = bytes.subarray(0, idBytes + expiryBytes);
    if (!timingSafeEqual(this.macOf(claim), bytes.subarray(idBytes + expiryBytes))) return null;
    const expiresAt = new Date(claim.readUIntBE(idBytes, expiryBytes));
    return expiresAt.getTime() > Date.now()
      ? { routeId: stringify(claim.subarray(0, idBytes)), expiresAt }
      : null;
  }

  private macOf(claim: Uint8Array): Buffer {
    return createHmac('sha256', this.key).update(claim).digest().subarray(0, macBytes);
  }
}
