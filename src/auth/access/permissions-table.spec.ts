import { permissionNames } from './permissions.js';
import { permissionsTable } from './permissions-table.js';

describe('the table of permissions', () => {
  it('has a row for each permission and a tick for each role that has it', () => {
    const rows = permissionsTable().split('\n').slice(2);
    expect(rows.map((row) => row.match(/`(.+)`/)?.[1])).toEqual(permissionNames);
    const ticks = rows
      .find((row) => row.includes('`team:write`'))
      ?.split('|')
      .slice(2, -1);
    expect(ticks?.map((cell) => cell.trim())).toEqual(['✓', '✓', '', '', '✓', '✓', '', '✓']);
  });
});
