import { fileURLToPath } from 'node:url';
import { hold, say } from '../tell.mjs';

const file = fileURLToPath(new URL('../../test/fixtures/libraries-manhattan.csv', import.meta.url));

export const title = 'The client uploads a spreadsheet';

export async function play({ client, live }) {
  const done = await client.imports.create(file).wait({ interval: 50 });
  await live.shows({ 'order.created': 28, 'import.completed': 1 });
  say(`“${done.message}”`);
  hold('33 rows were read, and 28 are drafts now', [done.rowsTotal, done.rowsImported], [33, 28]);
  const errors = await client.orderImports.listErrors(done.id, { severity: 'error' }).toArray();
  hold(
    '5 were rejected, each with its row, its column and the reason:',
    [done.rowsRejected, new Set(errors.map(({ row }) => row)).size],
    [5, 5],
  );
  for (const { row, column, detail } of errors) say(`    row ${row}, ${column}: ${detail}`);
  return { importId: done.id };
}
