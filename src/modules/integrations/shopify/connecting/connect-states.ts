import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { roleAllows } from '../../../../auth/access/permissions.js';
import { hashSecret } from '../../../../auth/identity/secrets.js';
import { rowsOf } from '../../../../database/database.js';
import { SystemSql } from '../../../../database/tenancy/system-sql.js';
import type { ConnectOutcome } from './connect-outcome.js';

/** A connection that was begun, as its callback finds it. */
export interface BegunConnection {
  id: string;
  organizationId: string;
  clientId: string;
  userId: string;
  membershipId: string;
  shop: string;
  returnUrl: string | null;
  isExpired: boolean;
  isUsed: boolean;
  outcome: ConnectOutcome | null;
  companyName: string;
}

const begunByState = `
  select s.id, s.organization_id as "organizationId", s.client_id as "clientId", s.user_id as "userId",
         s.membership_id as "membershipId", s.shop, s.return_url as "returnUrl", s.expires_at <= now() as "isExpired",
         s.used_at is not null as "isUsed", s.outcome, c.company_name as "companyName"
    from shopify_connect_states s join clients c on c.id = s.client_id
   where s.state_hash = $1`;

/** Values: id. Of several callers one gets a row. */
const useState = `
  update shopify_connect_states set used_at = now()
   where id = $1 and used_at is null and expires_at > now() returning id`;

const noteOutcome = 'update shopify_connect_states set outcome = $2 where id = $1';

/** Values: shop, and the client that may have it. */
const takenByOther = `
  select 1 from shopify_stores where shop = $1 and client_id <> $2 and disconnected_at is null`;

/** The state of a grant: found by its hash alone, so that no comparison takes time by what is guessed. */
@Injectable()
export class ConnectStates {
  constructor(private readonly sql: SystemSql) {}

  async find(state: string): Promise<BegunConnection | undefined> {
    return (await this.sql.query<BegunConnection>('shopify_state', begunByState, [hashSecret(state)]))[0];
  }

  /** Whether it is this call that uses it up. */
  async use({ id }: BegunConnection): Promise<boolean> {
    return (await this.sql.query('shopify_state_use', useState, [id])).length > 0;
  }

  async note({ id }: BegunConnection, outcome: ConnectOutcome): Promise<void> {
    await this.sql.query('shopify_state_note', noteOutcome, [id, outcome]);
  }

  async noteIn(em: EntityManager, { id }: BegunConnection, outcome: ConnectOutcome): Promise<void> {
    await rowsOf(em, noteOutcome, [id, outcome]);
  }

  async isTaken({ shop, clientId }: BegunConnection): Promise<boolean> {
    return (await this.sql.query('shopify_taken', takenByOther, [shop, clientId])).length > 0;
  }
}

/**
 * The name of who began, who may still connect stores for the client; undefined where not. Locks both until the
 * transaction ends, the client first, as whoever archives it does.
 */
export async function standingOf(em: EntityManager, begun: BegunConnection): Promise<string | undefined> {
  const active = `select 1 from clients where id = $1 and organization_id = $2 and status = 'active' for share`;
  if ((await rowsOf(em, active, [begun.clientId, begun.organizationId])).length === 0) return undefined;
  const [member] = await rowsOf<{ role: string; name: string }>(
    em,
    `select m.role, u.name from memberships m join users u on u.id = m.user_id
      where m.id = $1 and m.user_id = $2 and m.client_id = $3 and m.organization_id = $4 for share of m`,
    [begun.membershipId, begun.userId, begun.clientId, begun.organizationId],
  );
  return member && roleAllows('client', member.role, 'integrations:manage') ? member.name : undefined;
}
