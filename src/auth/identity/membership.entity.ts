import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, updatedAt, version } from '../../database/sql/columns.js';
import { teamIndexes } from '../../database/sql/newest-first.js';
import { tenantTable } from '../../database/tenancy/tenancy.js';
import { User } from './user.entity.js';

export const organizationRoles = ['owner', 'admin', 'dispatcher', 'viewer'] as const;
export const clientRoles = ['owner', 'admin', 'member'] as const;
export type OrganizationRole = (typeof organizationRoles)[number];
export type ClientRole = (typeof clientRoles)[number];
export type Role = OrganizationRole | ClientRole;

const schema = defineEntity({
  name: 'Membership',
  tableName: 'memberships',
  properties: {
    id: id(),
    user: () => p.manyToOne(User),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    role: p.string().$type<Role>().length(20),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  uniques: [
    {
      name: 'memberships_one_owner_per_organization',
      properties: ['organizationId'],
      where: "client_id is null and role = 'owner'",
    },
    { name: 'memberships_one_owner_per_client', properties: ['clientId'], where: "role = 'owner'" },
    {
      name: 'memberships_once_per_organization',
      properties: ['user', 'organizationId'],
      where: 'client_id is null',
    },
    { name: 'memberships_once_per_client', properties: ['user', 'clientId'] },
  ],
  indexes: teamIndexes('memberships'),
  ...tenantTable(),
});

/** One person's place in a team: an organization's, or a client's when `clientId` is set. */
export class Membership extends schema.class {}
schema.setClass(Membership);
