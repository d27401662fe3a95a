import { Injectable } from '@nestjs/common';
import { coalesce } from '../../common/coalesce.js';
import { problem } from '../../common/problems/problems.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import type { KeyPrincipal, Principal, UserPrincipal } from './principal.js';
import type { ReceivedClaims } from './access-claims.js';
import { hashSecret } from '../identity/secrets.js';

interface TenantRow {
  organization_id: string;
  client_id: string | null;
}

/** What holds of a session `s` and membership `m`, or of a key `k`, while its caller is let in. */
const sessionTables = `sessions s
         join memberships m on m.id = s.membership_id
         join users u on u.id = s.user_id
         left join clients c on c.id = m.client_id`;
const sessionStands = `s.ended_at is null and s.expires_at > now() and c.status is distinct from 'archived'`;
const keyTables = 'api_keys k left join clients c on c.id = k.client_id';
const keyStands = `k.revoked_at is null and c.status is distinct from 'archived'`;

/** Milliseconds. A look-up whose connection is lost without a word would hold up every caller of the process. */
const patience = 100;

interface SessionClaim {
  sessionId: string;
  membershipId: string;
}

interface SessionRow extends TenantRow {
  session_id: string;
  membership_id: string;
  user_id: string;
  name: string;
  role: string;
}

interface KeyRow extends TenantRow {
  id: string;
  hash: Buffer;
  name: string;
  scopes: string[];
  idle: boolean;
}

/**
 * Looks up the session or key on every request, so that revoking it takes effect at once. Requests that come together
 * are looked up together, each after it came.
 */
@Injectable()
export class Principals {
  private readonly sessions = coalesce((asked: SessionClaim[]) => this.lookUpSessions(asked), patience);
  private readonly keys = coalesce((hashes: Buffer[]) => this.lookUpKeys(hashes), patience);

  constructor(private readonly sql: SystemSql) {}

  /**
   * @throws Problem `token_invalid` when the session, the membership or the client has ended, or the session
   * has switched to another membership
   */
  async ofClaims({ sid: sessionId, mid: membershipId, exp }: ReceivedClaims): Promise<UserPrincipal> {
    const row = (await this.sessions({ sessionId, membershipId })).get(`${sessionId} ${membershipId}`);
    if (!row) throw problem('token_invalid', 'The session has ended. Sign in again.');
    return {
      kind: 'user',
      sessionId,
      userId: row.user_id,
      name: row.name,
      membershipId: row.membership_id,
      role: row.role,
      scope: scopeOf(row),
      expiresAt: new Date(exp * 1000),
    };
  }

  /** @throws Problem `token_invalid` when the key is unknown or revoked, or its client archived. */
  async ofKey(key: string): Promise<KeyPrincipal> {
    const hash = hashSecret(key);
    const row = (await this.keys(hash)).get(hash.toString('hex'));
    if (!row) throw problem('token_invalid', 'The API key is unknown or was revoked.');
    if (row.idle)
      await this.sql.query('key_used', 'update api_keys set last_used_at = now() where id = $1', [row.id]);
    return { kind: 'api_key', keyId: row.id, name: row.name, scopes: row.scopes, scope: scopeOf(row) };
  }

  private async lookUpSessions(asked: readonly SessionClaim[]): Promise<Map<string, SessionRow>> {
    const rows = await this.sql.query<SessionRow>(
      'principals_of_sessions',
      `select s.id as session_id, m.organization_id, m.client_id, m.id as membership_id, m.role, u.id as user_id, u.name
         from unnest($1::uuid[], $2::uuid[]) as asked (session_id, membership_id)
         join ${sessionTables} on s.id = asked.session_id and s.membership_id = asked.membership_id
        where ${sessionStands}`,
      [asked.map(({ sessionId }) => sessionId), asked.map(({ membershipId }) => membershipId)],
    );
    return new Map(rows.map((row) => [`${row.session_id} ${row.membership_id}`, row]));
  }

  private async lookUpKeys(hashes: readonly Buffer[]): Promise<Map<string, KeyRow>> {
    const rows = await this.sql.query<KeyRow>(
      'principals_of_keys',
      `select k.id, k.hash, k.name, k.scopes, k.organization_id, k.client_id,
              k.last_used_at is null or k.last_used_at < now() - interval '1 minute' as idle
         from ${keyTables}
        where k.hash = any($1::bytea[]) and ${keyStands}`,
      [hashes],
    );
    return new Map(rows.map((row) => [row.hash.toString('hex'), row]));
  }

  /**
   * These callers as they are now, with their present roles and scopes, in one statement for all of them; undefined
   * for those who are no longer let in.
   */
  async asTheyAre<P extends Principal>(callers: readonly P[]): Promise<(P | undefined)[]> {
    const users = callers.filter((caller): caller is P & UserPrincipal => caller.kind === 'user');
    const keys = callers.flatMap((caller) => (caller.kind === 'api_key' ? [caller.keyId] : []));
    const rows = await this.sql.query<{
      id: string;
      team: string;
      role: string | null;
      scopes: string[] | null;
    }>(
      'principals_as_they_are',
      `select s.id, s.membership_id as team, m.role, null::text[] as scopes
         from unnest($1::uuid[], $2::uuid[]) as asked (session_id, membership_id)
         join ${sessionTables} on s.id = asked.session_id and s.membership_id = asked.membership_id
        where ${sessionStands}
       union all
       select k.id, null, null, k.scopes from ${keyTables} where k.id = any($3::uuid[]) and ${keyStands}`,
      [users.map(({ sessionId }) => sessionId), users.map(({ membershipId }) => membershipId), keys],
    );
    const standing = new Map(rows.map((row) => [`${row.id} ${row.team}`, row]));
    return callers.map((caller) => {
      if (caller.kind === 'user') {
        const found = standing.get(`${caller.sessionId} ${caller.membershipId}`);
        return found && { ...caller, role: found.role! };
      }
      const found = standing.get(`${caller.keyId} null`);
      return found && { ...caller, scopes: found.scopes! };
    });
  }
}

function scopeOf({ organization_id, client_id }: TenantRow): TenantScope {
  return client_id === null
    ? { audience: 'organization', organizationId: organization_id }
    : { audience: 'client', organizationId: organization_id, clientId: client_id };
}
