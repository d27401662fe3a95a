import { markdownTable } from '../../common/markdown-table.js';
import { clientRoles, organizationRoles } from '../identity/membership.entity.js';
import { permissionNames, permissions, roleAllows } from './permissions.js';

/** Roles × permissions as a Markdown table. */
export function permissionsTable(): string {
  const head = [
    'Permission',
    ...organizationRoles.map((role) => `Organization ${role}`),
    ...clientRoles.map((role) => `Client ${role}`),
    'API key',
  ];
  const tick = (yes: boolean) => (yes ? '✓' : '');
  const rows = permissionNames.map((name) => [
    `\`${name}\``,
    ...organizationRoles.map((role) => tick(roleAllows('organization', role, name))),
    ...clientRoles.map((role) => tick(roleAllows('client', role, name))),
    tick(permissions[name].key),
  ]);
  return markdownTable(head, rows);
}
