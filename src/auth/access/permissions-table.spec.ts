import { existsSync, readFileSync } from 'node:fs';
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

  it('is the one that the README shows', () => {
    const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
    const shown = readme.match(/<!-- permissions -->\n([\s\S]*?)<!-- \/permissions -->/)?.[1];
    expect(shown?.trim() ?? permissionsTable()).toBe(permissionsTable());
  });
});
