import { REAL_FILES, type RealFile } from '../../../test/support/real-files.js';
import { findProfile } from '../profiles/find-profile.js';
import { readSpreadsheet, type SpreadsheetRow } from '../../spreadsheets/index.js';
import { type SheetColumn } from '../sheet-columns.js';
import { detectSheet } from './detect-sheet.js';

describe('detection uses', () => {
  it.each(REAL_FILES.map((file): [string, RealFile] => [file.name, file]))(
    'of %s the columns that its orders are made of, and no other',
    async (_, file) => {
      const columns = await detected(file);
      const wanted = Object.entries(file.expected.columns).map(([header, target]) => [
        header,
        typeof target === 'string' ? { field: target } : target,
      ]);
      expect(used(columns)).toEqual(Object.fromEntries(wanted));
    },
  );
});

/** The columns of the sheet that looks most like orders. */
async function detected({ name, path, expected }: RealFile): Promise<SheetColumn[]> {
  const first = await readSpreadsheet(path, { fileName: name });
  const sheets = first.format === 'xlsx' ? [first.sheet, ...first.otherSheets] : [undefined];
  const found = await Promise.all(
    sheets.map(async (sheet) => {
      const rows: SpreadsheetRow[] = [];
      const file = await readSpreadsheet(path, { fileName: name, sheet });
      for await (const batch of file.batches()) rows.push(...batch);
      const mapping = expected.options?.mapping ?? {};
      const profile = rows.map(({ cells }) => findProfile(cells)).find((found) => found) ?? null;
      return detectSheet({ rows, audience: 'dispatcher', mapping, taught: {}, profile });
    }),
  );
  const best = found.toSorted((left, right) => (right?.score ?? 0) - (left?.score ?? 0))[0];
  return best?.columns ?? [];
}

function used(columns: readonly SheetColumn[]) {
  return Object.fromEntries(columns.flatMap(({ header, target }) => (target ? [[header, target]] : [])));
}
