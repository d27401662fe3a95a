import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Role } from '../../auth/identity/membership.entity.js';
import { hashSecret } from '../../auth/identity/secrets.js';
import { sqlOf } from '../../database/database.js';
import type { SystemSql } from '../../database/tenancy/system-sql.js';

/** An invitation that can be accepted now, as its guest may see it. */
export interface OpenInvitation {
  id: string;
  organization_id: string;
  organization_name: string;
  /** Whoever runs a sandbox reads its mails: that they hold one proves nothing of an e-mail. */
  test_mode: boolean;
  client_id: string | null;
  company_name: string | null;
  kind: 'client' | 'member';
  channel: 'email' | 'link';
  email: string | null;
  role: Role;
  generation: number;
  invited_by_name: string;
  expires_at: Date;
}

/** Neither used, revoked nor expired, and the client accepts new members. */
const isOpen = `i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
  and (i.client_id is null or c.status = case i.kind when 'client' then 'invited' else 'active' end)`;

const openSql = `
  select i.id, i.organization_id, o.name as organization_name, o.test_mode, i.client_id, c.company_name, i.kind, i.channel,
         i.email, i.role, i.generation, i.invited_by_name, i.expires_at
    from invitations i
    join organizations o on o.id = i.organization_id
    left join clients c on c.id = i.client_id
   where ${isOpen} and `;

export async function openInvitationByToken(
  sql: SystemSql,
  token: string,
): Promise<OpenInvitation | undefined> {
  const rows = await sql.query<OpenInvitation>('invitation_by_token', `${openSql} i.token_hash = $1`, [
    hashSecret(token),
  ]);
  return rows[0];
}

/** For its mail: only while the token of this generation is still valid. */
export async function openInvitationById(
  sql: SystemSql,
  id: string,
  generation: number,
): Promise<OpenInvitation | undefined> {
  const rows = await sql.query<OpenInvitation>(
    'invitation_by_id',
    `${openSql} i.id = $1 and i.generation = $2`,
    [id, generation],
  );
  return rows[0];
}

/** Marks the invitation as used. Of several concurrent callers only one gets true. */
export async function consumeInvitation(
  em: EntityManager,
  token: string,
  acceptedBy: string,
): Promise<boolean> {
  const { rows } = await sqlOf(em).executeQuery(
    CompiledQuery.raw(
      `update invitations set accepted_at = now(), accepted_by = $2
        where token_hash = $1 and accepted_at is null and revoked_at is null and expires_at > now()
        returning id`,
      [hashSecret(token), acceptedBy],
    ),
  );
  return rows.length === 1;
}

/** The client has its owner now; its other owner invitations become invalid. */
export async function revokeOtherClientInvitations(
  em: EntityManager,
  clientId: string,
  keep: string,
): Promise<void> {
  await sqlOf(em).executeQuery(
    CompiledQuery.raw(
      `update invitations set revoked_at = now()
        where client_id = $1 and kind = 'client' and id <> $2 and accepted_at is null and revoked_at is null`,
      [clientId, keep],
    ),
  );
}
