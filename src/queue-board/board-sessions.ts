import type { JwtService } from '@nestjs/jwt';
import type { AuthService, Device } from '../auth/sessions/auth.service.js';
import { wrongCredentials } from '../auth/sessions/auth.service.js';
import type { AccessClaims } from '../auth/access/access-claims.js';
import type { Login } from '../auth/sessions/sessions.dto.js';
import type { SessionsService } from '../auth/sessions/sessions.service.js';
import type { SystemSql } from '../database/tenancy/system-sql.js';

type BoardClaims = Pick<AccessClaims, 'sub' | 'sid'>;

/** Another one than that of access tokens: neither kind is good for the other. */
const issuer = 'waybill-queue-board';
export const boardSeconds = 3_600;

/** Whoever only claimed an e-mail has not shown to have it; and everybody may own a sandbox. */
const operatorSql = `
  select 1 from sessions s join users u on u.id = s.user_id
   where s.id = $1 and s.ended_at is null and s.expires_at > now()
     and u.claimed_email is null and u.email = any($2)
     and exists (
       select from memberships m join organizations o on o.id = m.organization_id
        where m.user_id = u.id and m.client_id is null and m.role = 'owner' and not o.test_mode)`;

/** Sessions of those who run this installation, in which they look at the queues of all tenants. */
export class BoardSessions {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly jwt: JwtService,
    private readonly sql: SystemSql,
    private readonly owners: readonly string[],
  ) {}

  /**
   * Signs in for an hour.
   * @throws Problem `credentials_invalid`, the same for a wrong password and for others than those who run this
   * installation; `rate_limited`
   */
  async open(login: Login, device: Device): Promise<string> {
    const { accessToken } = await this.auth.login(login, device);
    const { sub, sid } = this.jwt.decode<BoardClaims>(accessToken);
    if (await this.isOperators(sid))
      return this.jwt.signAsync({ sub, sid }, { issuer, expiresIn: boardSeconds });
    await this.sessions.endSession({ userId: sub }, sid);
    throw wrongCredentials();
  }

  /** Whether one of the tokens is good, its session goes on, and the person still runs this installation. */
  async isOpen(tokens: readonly string[]): Promise<boolean> {
    return (await this.openOnes(tokens)).length > 0;
  }

  /** Ends the sessions of tokens; one that has ended is no error. */
  async end(tokens: readonly string[]): Promise<void> {
    for (const { sub, sid } of await this.openOnes(tokens))
      await this.sessions.endSession({ userId: sub }, sid);
  }

  private async openOnes(tokens: readonly string[]): Promise<BoardClaims[]> {
    const open: BoardClaims[] = [];
    for (const token of tokens) {
      const claims = await this.read(token);
      if (claims && (await this.isOperators(claims.sid))) open.push(claims);
    }
    return open;
  }

  private async isOperators(sessionId: string): Promise<boolean> {
    return (await this.sql.query('operator_of_session', operatorSql, [sessionId, this.owners])).length > 0;
  }

  private read(token: string): Promise<BoardClaims | undefined> {
    return this.jwt.verifyAsync<BoardClaims>(token, { issuer, algorithms: ['HS256'] }).catch(() => undefined);
  }
}
