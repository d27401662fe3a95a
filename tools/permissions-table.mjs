/** Writes the table of roles and permissions between its markers in README.md. Run after a build. */
import { readFile, writeFile } from 'node:fs/promises';
import { permissionsTable } from '../dist/auth/access/permissions-table.js';

const file = 'README.md';
const markers = /(<!-- permissions -->\n)[\s\S]*?(<!-- \/permissions -->)/;
const readme = await readFile(file, 'utf8');
if (!markers.test(readme)) {
  console.error('README.md has no place for the table: add <!-- permissions --> and <!-- /permissions -->.');
  process.exit(1);
}
await writeFile(file, readme.replace(markers, `$1\n${permissionsTable()}\n\n$2`));
