import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { collect, readAll, readCells, withFile } from '../../../test/support/spreadsheets.js';
import { workbook, zip } from '../../../test/support/workbooks.js';
import { readSpreadsheet } from '../read-spreadsheet.js';
import { writeXlsx } from '../writing/write-xlsx.js';

describe('workbooks', () => {
  it('give back what writeXlsx wrote, to the character', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({
        unit: fc.constantFrom(
          '_x000D_',
          '_',
          'x005F_',
          '&amp;',
          '<',
          ']]>',
          '\r\n',
          '\t',
          ' ',
          '\u0001',
          '"',
        ),
      }),
      fc.constantFrom('02115', '=1+1', '+19175550123', "'=x", "''-1", "O'Brien", '😀', '1E5'),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const expected = [
          ['Id'],
          ...rows.map(trimEnd).filter((cells) => cells.some((text) => text.trim() !== '')),
        ];
        expect(await readCells(await buffer(writeXlsx([['Id'], ...rows])))).toEqual(expected);
      }),
    );
  });

  it('show numbers, dates and times as a person sees them', async () => {
    const formats = [
      'yyyy-mm-dd', // 1
      'd.m.yy hh:mm', // 2
      'h:mm AM/PM', // 3
      '00000', // 4
      '00000\\-0000', // 5
      '#,##0.00', // 6
      '[$-409]mmmm d, yyyy;@', // 7
      '[h]:mm', // 8
      '0 "days"', // 9
      '[Red]0.0', // 10
      'm/yy', // 11
      '"+"00000000000', // 12
    ];
    const cells: [string, number, string][] = [
      ['3', 0, '3'],
      ['3.0', 0, '3'],
      ['0.1', 0, '0.1'],
      ['0.30000000000000004', 0, '0.3'],
      ['-73.980000000000004', 0, '-73.98'],
      ['4.47911123456E11', 0, '447911123456'],
      ['1E+21', 0, '1000000000000000000000'],
      ['1E-7', 0, '0.0000001'],
      ['45413', 1, '2024-05-01'],
      ['45413.395833333336', 2, '2024-05-01T09:30'],
      ['0.395833333333333', 3, '09:30'],
      ['0.999988425925926', 3, '23:59:59'],
      ['2115', 4, '02115'],
      ['21150042', 5, '02115-0042'],
      ['1234.5', 6, '1234.5'],
      ['59', 7, '1900-02-28'],
      ['61', 7, '1900-03-01'],
      ['1.0625', 8, '25:30'],
      ['7', 9, '7'],
      ['2.5', 10, '2.5'],
      ['45413', 11, '2024-05-01'],
      ['19175550123', 12, '+19175550123'],
    ];
    const rows = cells.map(([value, style]) => `<row><c s="${style}"><v>${value}</v></c></row>`).join('');
    const shown = await readCells(await workbook({ sheets: [{ name: 'A', rows }], formats }));
    expect(shown.flat()).toEqual(cells.map(([, , expected]) => expected));
  });

  it('count days from 1904 where the workbook says so', async () => {
    const sheets = [{ name: 'A', rows: '<row><c s="1"><v>0</v></c><c s="1"><v>43951</v></c></row>' }];
    const bytes = await workbook({ sheets, formats: ['yyyy-mm-dd'], epoch1904: true });
    expect(await readCells(bytes)).toEqual([['1904-01-01', '2024-05-01']]);
  });

  it('read every type of cell', async () => {
    const sharedStrings =
      '<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">text </t></r><rPh><t>no</t></rPh></si><si/>' +
      '<si><t>Müller &amp; &lt;Söhne&gt; &#8364;&#x20AC; _x000D_</t></si>';
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>' +
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2024-05-01T00:00:00</v></c></row>' +
      '<row><c t="str"><f>A1&amp;"x"</f><v>cached</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c>' +
      '<c t="inlineStr"><is><r><t>in</t></r><r><t>line<![CDATA[ & <raw>]]></t></r></is></c></row>';
    const bytes = await workbook({ sheets: [{ name: 'A', rows }], sharedStrings });
    expect(await readCells(bytes)).toEqual([
      ['plain', 'rich text ', '', 'Müller & <Söhne> €€ \r'],
      ['TRUE', 'FALSE', '#N/A', '2024-05-01'],
      ['cached', '2', '', 'inline & <raw>'],
    ]);
  });

  it('keep the places of rows and cells, and leave out blank ones', async () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row><row r="4"><c r="A4" s="0"/></row>' +
      "<x:row r='7'><x:c r='A7' t='n'><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row>";
    expect(await readAll(await workbook({ sheets: [{ name: 'A', rows }] }))).toEqual([
      { number: 3, cells: ['', '1', '', '2'] },
      { number: 7, cells: ['3', '4'] },
    ]);
  });

  it('take the first visible sheet with content, or the one that is asked for', async () => {
    const row = (value: number): string => `<row><c><v>${value}</v></c></row>`;
    const sheets = [
      { name: 'Cover', rows: '<row><c s="0"/></row>' },
      { name: 'Lists', rows: row(1), state: 'hidden' as const },
      { name: 'Orders &amp; more', rows: row(2) },
      { name: 'Old', rows: row(3) },
    ];
    await withFile(await workbook({ sheets }), async (path) => {
      expect(await readSpreadsheet(path)).toMatchObject({
        format: 'xlsx',
        sheet: 'Orders & more',
        otherSheets: ['Cover', 'Lists', 'Old'],
      });
      const old = await readSpreadsheet(path, { sheet: 'Old' });
      expect((await old.batches().next()).value).toEqual([{ number: 1, cells: ['3'] }]);
      await expect(readSpreadsheet(path, { sheet: 'New' })).rejects.toMatchObject({
        code: 'sheet_not_found',
        detail: expect.stringContaining('"Orders & more"') as string,
      });
    });
  });

  it('have one sheet of a name and one of a part, the first', async () => {
    const sheet = (value: number): string =>
      `<worksheet><sheetData><row><c><v>${value}</v></c></row></sheetData></worksheet>`;
    const relation = (id: string, target: string): string =>
      `<Relationship Id="${id}" Type="x/worksheet" Target="${target}"/>`;
    const names = ['A', 'B', 'A', 'C'].map((name, i) => `<sheet name="${name}" r:id="r${i}"/>`).join('');
    const bytes = await zip({
      'xl/workbook.xml': `<workbook><sheets>${names}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r0', '1.xml')}${relation('r1', '1.xml')}${relation('r2', '2.xml')}${relation('r3', '3.xml')}</Relationships>`,
      'xl/1.xml': sheet(1),
      'xl/2.xml': sheet(2),
      'xl/3.xml': sheet(3),
    });
    await withFile(bytes, async (path) => {
      expect(await readSpreadsheet(path)).toMatchObject({ sheet: 'A', otherSheets: ['C'] });
      const third = await readSpreadsheet(path, { sheet: 'C' });
      expect((await third.batches().next()).value).toEqual([{ number: 1, cells: ['3'] }]);
    });
  });

  it('are unpacked three times at most, all reads of all parts together', async () => {
    const rows = `<row>${`<c r="A1"><v>1</v></c>`.repeat(400_000)}</row>`;
    await withFile(await workbook({ sheets: [{ name: 'A', rows }] }), async (path) => {
      const spreadsheet = await readSpreadsheet(path);
      await collect(spreadsheet.batches());
      const again = async () => {
        await collect(spreadsheet.batches());
        await collect(spreadsheet.batches());
      };
      await expect(again()).rejects.toMatchObject({ code: 'zip_bomb' });
    });
  });

  it('may not show more text than they may unpack to, however often they refer to it', async () => {
    const sharedStrings = `<si><t>${'x'.repeat(30_000)}</t></si>`;
    const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(1_000);
    const bytes = await workbook({ sheets: [{ name: 'A', rows }], sharedStrings });
    const limits = (maxInflatedBytes: number) => ({ limits: { maxInflatedBytes } });
    await expect(readCells(bytes, limits(20_000_000))).rejects.toMatchObject({ code: 'zip_bomb' });
    expect(await readCells(bytes, limits(31_000_000))).toHaveLength(1_000);
  });

  it('come in batches of some megabytes, however large the texts they refer to', async () => {
    const sharedStrings = Array.from({ length: 20 }, () => `<si><t>${'x'.repeat(30_000)}</t></si>`).join('');
    const row = `<row>${Array.from({ length: 20 }, (_, i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`;
    const bytes = await workbook({ sheets: [{ name: 'A', rows: row.repeat(100) }], sharedStrings });
    await withFile(bytes, async (path) => {
      const sizes: number[] = [];
      let count = 0;
      for await (const batch of (await readSpreadsheet(path)).batches()) {
        sizes.push(batch.flatMap(({ cells }) => cells).join('').length);
        count += batch.length;
      }
      expect(count).toBe(100);
      expect(Math.max(...sizes)).toBeLessThan(6 * 1024 * 1024);
    });
  });

  it('read more rows than fit one piece, and may be left early', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`ORD-${i}`, 'Größe "M"', '02115']);
    const bytes = await buffer(writeXlsx([['Id', 'Size', 'Zip'], ...rows]));
    expect((await readCells(bytes)).slice(1)).toEqual(rows);
    await withFile(bytes, async (path) => {
      const spreadsheet = await readSpreadsheet(path);
      for await (const [first] of spreadsheet.batches()) {
        expect(first).toEqual({ number: 1, cells: ['Id', 'Size', 'Zip'] });
        break;
      }
    });
  });

  it('are written lazily, and pass on what stops the rows', async () => {
    const broken = writeXlsx(
      (function* () {
        yield ['Id'];
        throw new Error('the database went away');
      })(),
    );
    await expect(buffer(broken)).rejects.toThrow('the database went away');
  });

  it('are found by their relations, wherever the parts are', async () => {
    const relations = (target: string, kind: string): string =>
      `<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${kind}" Target="${target}"/></Relationships>`;
    const bytes = await zip({
      '_rels/.rels': relations('/book/main.xml', 'officeDocument'),
      'book/main.xml':
        '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="S" r:id="r1"/></x:sheets></x:workbook>',
      'book/_rels/main.xml.rels': relations('../data/one.xml', 'worksheet'),
      'data/one.xml': Buffer.from(
        '\uFEFF<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
        'utf16le',
      ),
    });
    expect(await readCells(bytes)).toEqual([['1']]);
  });
});

function trimEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1).map((text) => text.toWellFormed());
}
