import { clientRoles, organizationRoles } from '../identity/membership.entity.js';
import { permissionNames, permissions, roleAllows } from './permissions.js';

/** Roles × permissions as a Markdown table, formatted as Prettier does. */
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
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
