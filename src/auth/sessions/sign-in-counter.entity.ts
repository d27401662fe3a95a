import { defineEntity, p } from '@mikro-orm/core';
import { moment } from '../../database/sql/columns.js';
import { tenantTable } from '../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'SignInCounter',
  tableName: 'sign_in_counters',
  properties: {
    /** Keyed hash of what is counted: no e-mail or address can be read from it. */
    key: p.blob().primary(),
    failures: p.integer(),
    /** Failures allowed before further attempts must wait. */
    allowance: p.integer(),
    nextAttemptAt: moment(),
    expiresAt: moment().index(),
  },
  ...tenantTable({ organization: 'none', client: 'none' }),
});

/** Failed sign-ins of one account or address, and the known addresses of an account. */
export class SignInCounter extends schema.class {}
schema.setClass(SignInCounter);
