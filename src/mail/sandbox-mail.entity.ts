import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id } from '../database/sql/columns.js';
import { byOrganization, tenantTable } from '../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'SandboxMail',
  tableName: 'sandbox_mails',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    /** The same for every attempt at one mail. */
    messageId: p.string().length(200),
    recipient: p.string().length(254),
    subject: p.text(),
    text: p.text(),
    html: p.text(),
    createdAt: createdAt(),
  },
  uniques: [{ name: 'sandbox_mails_once', properties: ['organizationId', 'messageId'] }],
  indexes: [
    { name: 'sandbox_mails_by_organization', properties: ['organizationId', 'createdAt', 'id'] },
    { name: 'sandbox_mails_by_age', properties: ['createdAt'], type: 'brin' },
  ],
  ...tenantTable({ client: 'none', ...byOrganization }),
});

/** A mail of a sandbox, kept instead of sent. */
export class SandboxMail extends schema.class {}
schema.setClass(SandboxMail);
