import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { CONFIG, type Config } from '../config.js';
import type { UserPrincipal } from './principal.js';
import { Principals } from './principals.js';

/** What an access token says: which person, through which session, in which team. */
export interface AccessClaims {
  sub: string;
  sid: string;
  mid: string;
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

  validate(claims: AccessClaims): Promise<UserPrincipal> {
    return this.principals.ofSession(claims.sid, claims.mid);
  }
}

/**
 * The secret as a key object: from a string, jsonwebtoken would first try to read a public key, for every request.
 * It takes key objects, and passport-jwt hands on what it gets; only the latter's types know no such thing.
 */
function verifyingKey(secret: string): Buffer {
  return createSecretKey(Buffer.from(secret)) as unknown as Buffer;
}
