import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from './test-app.js';

interface Column {
  table: string;
  column: string;
  isBytes: boolean;
}

/** Every column of every table, whatever it holds: texts, numbers and JSON as text, bytes as they are. */
async function columnsOf(app: Pick<TestApp, 'database'>): Promise<Map<string, Column[]>> {
  const columns = await app.database.query<Column>(
    `select c.table_name as "table", c.column_name as "column", c.data_type = 'bytea' as "isBytes"
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
      order by 1, 2`,
  );
  return Map.groupBy(columns, ({ table }) => table);
}

/** Where each of these texts stands: in which columns of the database, and in which files below the data folder. */
export async function placesOf(
  app: Pick<TestApp, 'database' | 'dataDir'>,
  texts: readonly string[],
): Promise<Record<string, string[]>> {
  const places: Record<string, string[]> = Object.fromEntries(texts.map((text) => [text, []]));
  for (const [table, columns] of await columnsOf(app)) {
    const found = columns.map(({ column, isBytes }) =>
      isBytes
        ? `position(convert_to(c.text, 'UTF8') in x."${column}") > 0`
        : `position(lower(c.text) in lower(x."${column}"::text)) > 0`,
    );
    const rows = await app.database.query<{ text: string; columns: boolean[] }>(
      `select c.text, ${`array[${found.map((one) => `coalesce(bool_or(${one}), false)`).join(', ')}]`} as columns
         from unnest($1::text[]) as c (text) cross join "${table}" x group by c.text`,
      [texts],
    );
    for (const row of rows)
      for (const [index, isThere] of row.columns.entries())
        if (isThere) places[row.text]!.push(`${table}.${columns[index]!.column}`);
  }
  for (const entry of await readdir(app.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    for (const text of texts)
      if (content.includes(text)) places[text]!.push(path.slice(app.dataDir.length + 1));
  }
  return places;
}
