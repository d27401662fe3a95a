import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { CONFIG, type Config } from '../../config.js';
import type { ReceivedClaims } from '../access/access-claims.js';

export const tokenIssuer = 'waybill';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(@Inject(CONFIG) config: Config) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: verifyingKey(config.JWT_SECRET),
      algorithms: ['HS256'],
      issuer: tokenIssuer,
    });
  }

  validate({ sub, sid, mid, exp }: ReceivedClaims): ReceivedClaims {
    return { sub, sid, mid, exp };
  }
}

/**
 * A key object, because jsonwebtoken tries to parse a string as a public key first. It
 * accepts key objects, and passport-jwt passes them through; only passport-jwt's types do not allow them.
 */
function verifyingKey(secret: string): Buffer {
  return createSecretKey(Buffer.from(secret)) as unknown as Buffer;
}
