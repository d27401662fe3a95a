import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, updatedAt, version } from '../database/columns.js';
import { tenantTable } from '../database/tenancy.js';

/** A tenant sees the people who are members of it. */
const colleagues = 'exists (select 1 from memberships m where m.user_id = users.id)';

const schema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: id(),
    email: p.string().length(254).unique(),
    name: p.string().length(200),
    passwordHash: p.string().length(200).hidden().lazy(),
    passwordChangedAt: createdAt(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  ...tenantTable({ organization: colleagues, client: colleagues, filter: () => ({}) }),
});

/** A person; e-mails are stored in lower case. */
export class User extends schema.class {}
schema.setClass(User);
