import { defineEntity, p, raw } from '@mikro-orm/core';
import { createdAt, id, updatedAt, version } from '../../database/sql/columns.js';
import { tenantTable, type Scope } from '../../database/tenancy/tenancy.js';

/** A tenant sees people who are its members. */
const colleagues = 'exists (select 1 from memberships m where m.user_id = users.id)';

function colleaguesOf(scope: Scope): Record<string, unknown> {
  if (!('organizationId' in scope)) return {};
  const isClient = scope.audience === 'client';
  const condition = (alias: string) =>
    `exists (select 1 from memberships m where m.user_id = ${alias}.id and m.organization_id = ?${isClient ? ' and m.client_id = ?' : ''})`;
  return { [raw(condition, [scope.organizationId, ...(isClient ? [scope.clientId] : [])])]: [] };
}

const schema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: id(),
    email: p.string().length(254).unique(),
    /**
     * An e-mail given at sign-up that belongs to somebody else. It is shown and works for signing in, but
     * proves nothing: mail goes to its owner only. `email` is then a placeholder.
     */
    claimedEmail: p.string().length(254).nullable().index(),
    /** Of the password, to find the person by among all who claimed the e-mail. */
    claimHint: p.blob().nullable().hidden().lazy(),
    name: p.string().length(200),
    passwordHash: p.string().length(200).hidden().lazy(),
    passwordChangedAt: createdAt(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  ...tenantTable({ organization: colleagues, client: colleagues, filter: colleaguesOf }),
});

/** A person; e-mails are stored in lower case. */
export class User extends schema.class {}
schema.setClass(User);
