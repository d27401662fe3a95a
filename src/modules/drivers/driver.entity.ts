import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, updatedAt, version } from '../../database/sql/columns.js';
import { byOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

const driverSchema = defineEntity({
  name: 'Driver',
  tableName: 'drivers',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    name: p.string().length(200),
    email: p.string().length(254).nullable(),
    phone: p.string().length(50).nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: [{ name: 'drivers_by_organization', properties: ['organizationId', 'createdAt', 'id'] }],
  ...tenantTable({ client: 'none', ...byOrganization }),
});

export class Driver extends driverSchema.class {}
driverSchema.setClass(Driver);
