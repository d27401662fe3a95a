import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ListPages } from '../../common/cursor.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { ageOf, byAge } from '../../database/sql/newest-first.js';
import type { AccessClaims } from '../access/access-claims.js';
import { tokenIssuer } from './jwt.strategy.js';
import type { UserPrincipal } from '../access/principal.js';
import { hashSecret, newSecret } from '../identity/secrets.js';
import { RefreshToken, Session } from './session.entity.js';
import {
  toSessionInfo,
  type MembershipDto,
  type Refresh,
  type SessionDto,
  type SessionRow,
} from './sessions.dto.js';

interface MembershipRow {
  id: string;
  role: MembershipDto['role'];
  organization_id: string;
  organization_name: string;
  test_mode: boolean;
  client_id: string | null;
  company_name: string | null;
  client_code: string | null;
}

interface OpenSession {
  id: string;
  userId: string;
  membershipId: string;
}

const pages = new ListPages('sessions', byAge);

/** Sessions: short-lived access tokens, single-use refresh tokens, and ending sessions. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly jwt: JwtService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session in the transaction of `em`, which must run in the system scope. */
  async openSession(
    em: EntityManager,
    who: { userId: string; membershipId: string; userAgent?: string },
  ): Promise<OpenSession & { refreshToken: string }> {
    const expiresAt = new Date(Date.now() + this.config.SESSION_DAYS * 86_400_000);
    const session = em.create(Session, {
      ...who,
      userAgent: who.userAgent?.slice(0, 300),
      expiresAt,
    });
    await em.flush();
    const refreshToken = await this.issueRefreshToken(em, session.id);
    return { id: session.id, userId: who.userId, membershipId: who.membershipId, refreshToken };
  }

  /** The response to a sign-in, after the session is committed. */
  async describeSession(session: OpenSession & { refreshToken: string }): Promise<SessionDto> {
    const [user] = await this.sql.query<{ id: string; name: string; email: string }>(
      'user_by_id',
      'select id, name, coalesce(claimed_email, email) as email from users where id = $1',
      [session.userId],
    );
    const memberships = await this.membershipsOf(session.userId);
    const claims: AccessClaims = { sub: session.userId, sid: session.id, mid: session.membershipId };
    return {
      accessToken: await this.jwt.signAsync(claims, {
        issuer: tokenIssuer,
        expiresIn: this.config.ACCESS_TOKEN_MINUTES * 60,
      }),
      refreshToken: session.refreshToken,
      tokenType: 'Bearer',
      expiresIn: this.config.ACCESS_TOKEN_MINUTES * 60,
      user: user!,
      membership: memberships.find(({ id }) => id === session.membershipId)!,
      memberships,
    };
  }

  /**
   * Exchanges a refresh token for new tokens, switching to the person's team of `membershipId`, if given.
   * Reuse of a token ends its session, since it was probably stolen.
   * @throws Problem `token_invalid`; `not_found` for a membership of somebody else, in which case the token
   * stays valid
   */
  async refresh({ refreshToken, membershipId }: Refresh): Promise<SessionDto> {
    const renewed = await this.db.asSystem('a refresh token names its own tenant', async (em) => {
      const token = await em.findOne(
        RefreshToken,
        { hash: hashSecret(refreshToken) },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!token) return undefined;
      const session = await em.findOneOrFail(Session, token.sessionId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      if (token.usedAt) session.endedAt ??= new Date();
      if (session.endedAt || session.expiresAt <= new Date()) return undefined;
      const memberships = await this.membershipsOf(session.userId);
      const membership = memberships.find(({ id }) => id === (membershipId ?? session.membershipId));
      if (!membership && membershipId) throw notFound();
      if (!membership) return undefined;
      token.usedAt = session.lastUsedAt = new Date();
      session.membershipId = membership.id;
      await em.flush();
      return {
        id: session.id,
        userId: session.userId,
        membershipId: session.membershipId,
        refreshToken: await this.issueRefreshToken(em, session.id),
      };
    });
    if (!renewed) throw problem('token_invalid', 'The refresh token is not valid any more. Sign in again.');
    return this.describeSession(renewed);
  }

  /** Ends the session of a refresh token; an unknown token is not an error. */
  async endByRefreshToken(refreshToken: string): Promise<void> {
    await this.sql.query(
      'session_end_by_token',
      `update sessions set ended_at = now() where ended_at is null and id = (select session_id from refresh_tokens where hash = $1)`,
      [hashSecret(refreshToken)],
    );
  }

  /** The person's active sessions, newest first. */
  async listSessions(principal: UserPrincipal, { limit, cursor }: { limit: number; cursor?: string }) {
    const after = pages.decode(cursor, {});
    const rows = await this.sql.query<SessionRow>(
      'sessions_of_user',
      `select id, membership_id, user_agent, created_at, last_used_at, expires_at from sessions
        where user_id = $1 and ended_at is null and expires_at > now()
          and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
        order by created_at desc, id desc limit $4`,
      [principal.userId, ...(after ?? [null, null]), limit + 1],
    );
    return pages.page(
      rows,
      limit,
      {},
      ({ created_at: createdAt, id }) => ageOf({ createdAt, id }),
      (row) => toSessionInfo(row, principal.sessionId),
    );
  }

  /** @throws Problem `not_found` for a session that has ended or is somebody else's */
  async endSession(principal: Pick<UserPrincipal, 'userId'>, sessionId: string): Promise<void> {
    const ended = await this.sql.query(
      'session_end',
      `update sessions set ended_at = now()
        where id = $1 and user_id = $2 and ended_at is null and expires_at > now() returning id`,
      [sessionId, principal.userId],
    );
    if (ended.length === 0) throw notFound();
  }

  async membershipsOf(userId: string): Promise<MembershipDto[]> {
    const rows = await this.sql.query<MembershipRow>(
      'memberships_of_user',
      `select m.id, m.role, o.id as organization_id, o.name as organization_name, o.test_mode,
              c.id as client_id, c.company_name, c.client_code
         from memberships m
         join organizations o on o.id = m.organization_id
         left join clients c on c.id = m.client_id
        where m.user_id = $1 and c.status is distinct from 'archived'
        order by m.id`,
      [userId],
    );
    return rows.map((row) => ({
      id: row.id,
      side: row.client_id === null ? 'organization' : 'client',
      role: row.role,
      organization: { id: row.organization_id, name: row.organization_name, testMode: row.test_mode },
      client:
        row.client_id === null
          ? null
          : { id: row.client_id, companyName: row.company_name!, clientCode: row.client_code },
    }));
  }

  private async issueRefreshToken(em: EntityManager, sessionId: string): Promise<string> {
    const secret = newSecret();
    em.create(RefreshToken, { hash: hashSecret(secret), sessionId });
    await em.flush();
    return secret;
  }
}
