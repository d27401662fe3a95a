/** Small files that are expensive to read. */
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

/** 60 MiB of blank rows in about 150 kB; every sheet of the workbook refers to this part. */
export async function sheetsOntoOnePart(count) {
  const sheets = Array.from({ length: count }, (_, i) => `<sheet name="S${i}" r:id="r1"/>`).join('');
  const parts = {
    'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
    'xl/sheet.xml': `<worksheet><sheetData><row>${'<c></c>'.repeat((60 * 1024 * 1024) / 7)}</row></sheetData></worksheet>`,
  };
  const file = new yazl.ZipFile();
  for (const [name, text] of Object.entries(parts)) file.addBuffer(Buffer.from(text), name);
  file.end();
  return buffer(file.outputStream);
}
