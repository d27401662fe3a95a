import { type NastyFile } from '../../test/fixtures/spreadsheets/nasty-file.js';
import { NASTY_TEXTS } from '../../test/fixtures/spreadsheets/nasty-texts.js';
import { NASTY_WORKBOOKS } from '../../test/fixtures/spreadsheets/nasty-workbooks.js';
import { readCells } from '../../test/support/spreadsheets.js';
import { SpreadsheetError } from './spreadsheet-error.js';

describe('nasty files', () => {
  it.each([...NASTY_TEXTS, ...NASTY_WORKBOOKS])('$name', async ({ fileName, bytes, answer }: NastyFile) => {
    const read = readCells(await bytes(), { fileName });
    if ('rows' in answer) {
      expect(await read).toEqual(answer.rows);
      return;
    }
    const error: unknown = await read.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SpreadsheetError);
    expect(error).toMatchObject({ row: undefined, column: undefined, ...answer });
  });

  it('say where the trouble is and what to do', async () => {
    await expect(readCells(Buffer.from('Name,City\nA,B\nC,"D\n'))).rejects.toMatchObject({
      detail: expect.stringMatching(/^Row 3, column B: A quotation mark opens here .* Close it/) as string,
    });
    await expect(readCells(Buffer.from('%PDF-1.7'), { fileName: 'orders.csv' })).rejects.toMatchObject({
      detail: expect.stringMatching(/"orders.csv" looks like a PDF document\. Save/) as string,
    });
  });

  it('are refused by limits of your own', async () => {
    const bytes = Buffer.from('a,b\n1,2\n3,4\n');
    await expect(readCells(bytes, { limits: { maxRows: 1 } })).rejects.toMatchObject({
      code: 'too_many_rows',
    });
    await expect(readCells(bytes, { limits: { maxColumns: 1 } })).rejects.toMatchObject({
      code: 'too_many_columns',
    });
    await expect(readCells(bytes, { limits: { maxRows: 2 } })).resolves.toHaveLength(3);
  });
});
