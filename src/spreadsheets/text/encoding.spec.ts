import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode, readCells } from '../../../test/support/spreadsheets.js';
import { detectEncoding } from './encoding.js';

describe('the encoding of a text file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-encoding-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const encodingOf = async (bytes: Buffer) => {
    const path = join(folder, 'file.csv');
    await writeFile(path, bytes);
    return detectEncoding(path, bytes.subarray(0, 4096));
  };
  const table = 'id,name\n1,Ada\n2,Bo\n';

  it.each([
    ['UTF-8', Buffer.from('id,name\n1,Zoë\n'), 'utf-8'],
    ['ASCII', Buffer.from(table), 'utf-8'],
    ['UTF-16, low byte first', encode(table, 'utf-16le'), 'utf-16le'],
    ['UTF-16, high byte first', encode(table, 'utf-16be'), 'utf-16be'],
    ['UTF-16 with a mark, though no byte is zero', encode('東京|大阪', 'utf-16le-bom'), 'utf-16le'],
    ['UTF-16 with the other mark, though no byte is zero', encode('東京|大阪', 'utf-16be-bom'), 'utf-16be'],
    ['UTF-8 with a zero at an odd place', Buffer.from(`a\0${table.repeat(9)}`), 'utf-8'],
    ['UTF-8 with a zero at an even place', Buffer.from(`\0${table.repeat(9)}`), 'utf-8'],
    ['UTF-8 with as many zeros at odd as at even places', Buffer.from('a\0\0b'.repeat(50)), 'utf-8'],
    ['Windows-1252', Buffer.from('id,name\n1,Zo\u00eb\n', 'latin1'), 'windows-1252'],
    ['a UTF-8 letter cut off at the end', Buffer.from('1,Zo\u00c3', 'latin1'), 'windows-1252'],
    ['UTF-8 with one foreign byte', Buffer.from([...Buffer.from('Zoë, Bø\n'), 0xe9, 0x20]), 'mixed'],
    [
      'Windows-1252 with more foreign bytes than letters',
      Buffer.from([...Buffer.from('Zoë '), 0xe9, 0x20, 0xe8, 0x20]),
      'windows-1252',
    ],
  ])('is found for %s', async (_, bytes, encoding) => {
    expect(await encodingOf(bytes)).toBe(encoding);
  });

  it('leaves nothing of the mark in the first cell', async () => {
    expect(await readCells(encode('東京,大阪\n', 'utf-16le-bom'))).toEqual([['東京', '大阪']]);
    expect(await readCells(encode('東京,大阪\n', 'utf-16be-bom'))).toEqual([['東京', '大阪']]);
  });
});
