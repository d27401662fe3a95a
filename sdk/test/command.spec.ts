import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import { PassThrough } from 'node:stream';
import { cut, fields, prose, table, widthOf, wrap } from '../cli/layout.js';
import { nearest } from '../cli/nearest.js';
import { forward, isTaken } from '../cli/forwarding.js';
import type { Event } from '../src/index.js';
import { Interrupted } from '../cli/failures.js';
import { Prompts } from '../cli/prompts.js';
import { Progress } from '../cli/progress.js';
import { jsonText, show, shown, visible } from '../cli/shown.js';
import { Terminal } from '../cli/terminal.js';

const plain = (lines: { plain: string }[]) => lines.map((line) => line.plain);

describe('text from elsewhere', () => {
  it('does nothing to a terminal, and stays readable', () => {
    expect(visible('a\u001b[31mb\u0000\u007f\u009bc\u202ed\r\ne\tf')).toBe('a␛[31mb␀␡�c�d e f');
    expect(visible('Zoë 東京 👩‍🚀 نامه‌ای')).toBe('Zoë 東京 👩‍🚀 نامه‌ای');
    expect([visible(null), visible(undefined), visible(12), visible({ a: 1 })]).toEqual([
      '',
      '',
      '12',
      '{"a":1}',
    ]);
    const text = show`${shown('\u001b[2J').styled('red')} ${'\u0007'} done`;
    expect(text.render(false)).toBe('␛[2J ␇ done');
    expect(text.render(true)).toBe('\u001b[31m␛[2J\u001b[39m ␇ done');
  });

  it('is the same again after JSON', () => {
    const value = { text: 'a\u001b\u009b\u202e\u2028\u{e0041}ü東\n' };
    expect(jsonText(value)).toMatch(/^[^\p{Cc}\u202e\u2028]*$/u);
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});

describe('a layout', () => {
  it('counts columns as terminals do', () => {
    expect(['abc', '東京', 'e\u0301', '👩‍🚀', 'é'].map(widthOf)).toEqual([3, 4, 1, 2, 1]);
    expect([cut('abcdef', 4), cut('東京都', 5), cut('abc', 3)]).toEqual(['abc…', '東京…', 'abc']);
    expect(wrap('one two  three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefgh ij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('東', 1)).toEqual(['東', '']);
  });

  it('keeps prose below its beginning, with its looks', () => {
    const lines = prose(show`${show`✗`.styled('red')} one ${show`two three`.styled('bold')}`, 9);
    expect(plain(lines)).toEqual(['✗ one two', '  three']);
    expect(lines[1]!.render(true)).toBe('  \u001b[1mthree\u001b[22m');
  });

  const columns = [
    { header: 'No', value: ({ no }: { no: number }) => no, isNumber: true, least: 2 },
    { header: 'Detail', value: ({ detail }: { detail: string }) => detail, wraps: true, least: 10 },
    { header: 'Never', value: () => '' },
  ];
  const rows = [
    { no: 7, detail: 'something long enough to be broken' },
    { no: 12, detail: 'short' },
  ];

  it('fits a table to any width, and makes blocks where it cannot', () => {
    expect(plain(table(columns, rows, Infinity))).toEqual([
      'No  Detail',
      ' 7  something long enough to be broken',
      '12  short',
    ]);
    for (let width = 14; width < 50; width++)
      for (const line of plain(table(columns, rows, width))) expect(widthOf(line)).toBeLessThanOrEqual(width);
    expect(plain(table(columns, rows, 13))).toEqual([
      'No      7',
      'Detail',
      '  something',
      '  long enough',
      '  to be',
      '  broken',
      '',
      'No      12',
      'Detail  short',
    ]);
    expect(
      plain(
        fields(
          [
            ['A', 'b'],
            ['Empty', null],
          ],
          20,
        ),
      ),
    ).toEqual(['A  b']);
  });
});

describe('a terminal', () => {
  it('has room for a word, however narrow it says that it is', () => {
    for (const columns of [1, 2, 9]) {
      let written = '';
      const sink = {
        isTTY: true,
        columns,
        write: (text: string | Uint8Array) => ((written += String(text)), true),
      };
      const terminal = new Terminal(new PassThrough(), sink, sink, {});
      terminal.tell(show`✗ Something went wrong.`);
      terminal.say(show`✓ Something went well.`);
      terminal.out(...fields([['Name', 'Ann Lee of the library']], terminal.width));
      expect(stripVTControlCharacters(written)).toContain('Something went');
    }
  });

  it('takes tables of any length', () => {
    let lines = 0;
    const sink = { write: () => (lines++, true) };
    const terminal = new Terminal(new PassThrough(), sink, sink, {});
    const rows = Array.from({ length: 300_000 }, (_, row) => row);
    terminal.out(table([{ header: 'Row', value: (row: number) => row }], rows, 80));
    expect(lines).toBe(300_001);
  });
});

describe('what was probably meant', () => {
  it.each([
    ['stauts', 'status'],
    ['stat', 'status'],
    ['STATUS', 'status'],
    ['statuses', 'status'],
    ['view', 'view'],
    ['nothing', undefined],
  ])('by “%s” is %s', (word, meant) => {
    expect(nearest(word, ['status', 'view', 'sort'])).toBe(meant);
  });
});

describe('progress', () => {
  function told(isTTY: boolean, columns = 60) {
    let written = '';
    let now = 1_000_000;
    const sink = { isTTY, columns, write: (text: string | Uint8Array) => ((written += String(text)), true) };
    const progress = new Progress(new Terminal(new PassThrough(), sink, sink, {}), () => now);
    return { progress, later: (by: number) => (now += by), written: () => written.split('\r') };
  }

  it('is a bar at a terminal, which never wraps', () => {
    for (const columns of [20, 40, 80]) {
      const { progress, later, written } = told(true, columns);
      progress.update('Reading', 0, null, 'rows');
      later(100);
      progress.update('Reading', 500, 1_000, 'rows');
      progress.update('Reading', 501, 1_000, 'rows');
      progress.update('Reading', 1_000, 1_000, 'rows');
      progress.clear();
      const lines = written().map(stripVTControlCharacters);
      expect(lines).toHaveLength(5);
      expect(lines[1]).toBe('Reading…');
      expect(lines[4]).toBe('');
      for (const line of lines) expect(widthOf(line)).toBeLessThan(columns);
      if (columns > 40) expect(lines[2]).toMatch(/^█+░+ Reading 500 of 1,000 rows {2}50 %$/);
    }
  });

  it('is a bar also at a terminal that does not know its width', () => {
    const { progress, written } = told(true, 0);
    progress.update('Reading', 500, 1_000, 'rows');
    expect(written().map(stripVTControlCharacters).at(-1)).toMatch(
      /^█+░+ Reading 500 of 1,000 rows {2}50 %$/,
    );
  });

  it('is a line now and then where nobody looks', () => {
    const { progress, later, written } = told(false);
    for (let row = 0; row <= 1_000; row += 100) {
      progress.update('Reading', row, 1_000, 'rows');
      later(500);
    }
    progress.clear();
    expect(written().join('').split('\n')).toEqual([
      'Reading 100 of 1,000 rows',
      'Reading 500 of 1,000 rows',
      'Reading 900 of 1,000 rows',
      'Reading 1,000 of 1,000 rows',
      '',
    ]);
  });
});

describe('forwarding', () => {
  it('waits for an answer no longer than Waybill does, also once it has begun', async () => {
    const server = createServer((_, response) => response.writeHead(200).write('and so on'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const target = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const event = { id: '1', type: 'order.created', createdAt: '2026-03-02T08:00:00Z' } as Event;
    const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
    const attempt = await forward(target, event, secret, new AbortController().signal, 100);
    expect(attempt).toMatchObject({ error: 'no answer within 0.1 s' });
    expect(isTaken(attempt)).toBe(false);
    server.closeAllConnections();
    server.close();
  });
});

describe('questions', () => {
  function asking(isTTY: boolean) {
    const stdin = Object.assign(new PassThrough(), { isTTY });
    const sink = new PassThrough();
    const stop = new AbortController();
    const terminal = new Terminal(stdin, sink, sink, {});
    return { prompts: new Prompts(terminal, stop.signal), stdin, stop };
  }

  it.each([
    [true, 'ask'],
    [true, 'askSecret'],
    [false, 'ask'],
    [false, 'askSecret'],
    [false, 'rest'],
  ] as const)('end when the command is to end (at a terminal: %s): %s', async (isTTY, how) => {
    const { prompts, stop } = asking(isTTY);
    const asked = prompts[how](show`E-mail`);
    stop.abort();
    await expect(asked).rejects.toBeInstanceOf(Interrupted);
  });

  it('take a secret as it is typed, without what keys for moving about send', async () => {
    const { prompts, stdin } = asking(true);
    const asked = prompts.askSecret(show`Password`);
    stdin.write('plun');
    stdin.write('\u007f\u001b[Am \u001b[1;5Ctrüctor\r');
    expect(await asked).toBe('plum trüctor');
  });
});
