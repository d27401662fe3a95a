import { readFileSync } from 'node:fs';
import { permissionsTable } from '../../src/auth/access/permissions-table.js';
import { variableNames } from '../../src/config.js';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('has every setting in its table, in the order of the code, and no other', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
    expect(rows).toEqual(variableNames);
  });

  it('has the permissions of the code', () => {
    const [, table] = /<!-- permissions -->\n([\s\S]*?)<!-- \/permissions -->/.exec(readme) ?? [];
    expect(table?.trim()).toBe(permissionsTable());
  });
});
