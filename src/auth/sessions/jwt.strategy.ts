import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { CONFIG, type Config } from '../../config.js';
import type { UserPrincipal } from '../access/principal.js';
import { Principals } from '../access/principals.js';

/** Claims of an access token: the person, the session and the team's membership. */
export interface AccessClaims {
  sub: string;
  sid: string;
  mid: string;
}

/** What a token has besides, in seconds since 1970. */
interface Expiring {
  exp: number;
}

export const tokenIssuer = 'waybill';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly principals: Principals,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: verifyingKey(config.JWT_SECRET),
      algorithms: ['HS256'],
      issuer: tokenIssuer,
    });
  }

  async validate({ sid, mid, exp }: AccessClaims & Expiring): Promise<UserPrincipal> {
    return { ...(await this.principals.ofSession(sid, mid)), expiresAt: new Date(exp * 1000) };
  }
}

/**
 * A key object, because jsonwebtoken tries to parse a string as a public key first, on every request. It
 * accepts key objects, and passport-jwt passes them through; only passport-jwt's types do not allow them.
 */
function verifyingKey(secret: string): Buffer {
  return createSecretKey(Buffer.from(secret)) as unknown as Buffer;
}
