import { Inject, Injectable } from '@nestjs/common';
import { parse, stringify } from 'uuid';
import { SignedTokens } from '../../auth/identity/signed-tokens.js';
import { CONFIG, type Config } from '../../config.js';

const idBytes = 16;
const expiryBytes = 6;
const lifetimeMinutes = 10;

export const pictureVariants = ['picture', 'thumbnail'] as const;
export type PictureVariant = (typeof pictureVariants)[number];

interface FileClaim {
  proofId: string;
  variant: PictureVariant;
  expiresAt: Date;
}

/** Access to one file: a token that only this server can make and that soon expires. None is stored. */
@Injectable()
export class FileLinks {
  private readonly tokens: SignedTokens;
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'JWT_SECRET' | 'PUBLIC_URL'>) {
    this.tokens = new SignedTokens(config.JWT_SECRET, 'file-link');
    this.root = `${config.PUBLIC_URL}/v1/files/`;
  }

  /** URLs of a proof's picture and its thumbnail, valid for ten minutes. */
  urlsOf(proofId: string): { url: string; thumbnailUrl: string; expiresAt: Date } {
    const expiresAt = new Date(Date.now() + lifetimeMinutes * 60_000);
    const urlOf = (variant: PictureVariant) => this.root + this.tokenOf({ proofId, variant, expiresAt });
    return { url: urlOf('picture'), thumbnailUrl: urlOf('thumbnail'), expiresAt };
  }

  /** 52 URL-safe characters: the proof's id, which of its files, the expiry and a 128-bit signature. */
  tokenOf({ proofId, variant, expiresAt }: FileClaim): string {
    const rest = Buffer.alloc(1 + expiryBytes);
    rest.writeUInt8(pictureVariants.indexOf(variant));
    rest.writeUIntBE(expiresAt.getTime(), 1, expiryBytes);
    return this.tokens.sign(Buffer.concat([parse(proofId), rest]));
  }

  /** The file of a token; null for an expired one and for any other text. */
  verify(token: string): FileClaim | null {
    const claim = this.tokens.verify(token, idBytes + 1 + expiryBytes);
    const variant = claim && pictureVariants[claim.readUInt8(idBytes)];
    if (!variant) return null;
    const expiresAt = new Date(claim.readUIntBE(idBytes + 1, expiryBytes));
    if (expiresAt.getTime() <= Date.now()) return null;
    return { proofId: stringify(claim.subarray(0, idBytes)), variant, expiresAt };
  }
}
