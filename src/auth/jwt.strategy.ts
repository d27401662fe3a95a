import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
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
      secretOrKey: config.JWT_SECRET,
      algorithms: ['HS256'],
      issuer: tokenIssuer,
    });
  }

  validate(claims: AccessClaims): Promise<UserPrincipal> {
    return this.principals.ofSession(claims.sid, claims.mid);
  }
}
