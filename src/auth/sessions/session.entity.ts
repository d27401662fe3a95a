import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../database/sql/columns.js';
import { tenantTable } from '../../database/tenancy/tenancy.js';

const sessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: id(),
    userId: p.uuid(),
    membershipId: p.uuid().index(),
    userAgent: p.string().length(300).nullable(),
    createdAt: createdAt(),
    lastUsedAt: createdAt(),
    expiresAt: moment(),
    endedAt: moment().nullable(),
  },
  indexes: [{ name: 'sessions_by_user', properties: ['userId', 'createdAt', 'id'] }],
  ...tenantTable({ organization: 'none', client: 'none' }),
});

/** One signed-in device. Ending it invalidates its access and refresh tokens at once. */
export class Session extends sessionSchema.class {}
sessionSchema.setClass(Session);

const refreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  tableName: 'refresh_tokens',
  properties: {
    hash: p.blob().primary(),
    sessionId: p.uuid().index(),
    createdAt: createdAt(),
    usedAt: moment().nullable(),
  },
  ...tenantTable({ organization: 'none', client: 'none' }),
});

/** A refresh token's SHA-256; used ones are kept to detect reuse. */
export class RefreshToken extends refreshTokenSchema.class {}
refreshTokenSchema.setClass(RefreshToken);
