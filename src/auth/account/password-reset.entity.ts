import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../database/sql/columns.js';
import { tenantTable } from '../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'PasswordReset',
  tableName: 'password_resets',
  properties: {
    id: id(),
    userId: p.uuid().index(),
    createdAt: createdAt(),
    expiresAt: moment(),
    usedAt: moment().nullable(),
  },
  ...tenantTable({ organization: 'none', client: 'none' }),
});

/** A requested reset. Its token is derived from its id; its user is the nil UUID when the e-mail is unknown. */
export class PasswordReset extends schema.class {}
schema.setClass(PasswordReset);
