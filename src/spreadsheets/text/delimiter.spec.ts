import { detectDelimiter, separatorHint } from './delimiter.js';

describe('the delimiter of a text file', () => {
  it.each([
    ['a table with commas', 'a,b\n1,2\n', ','],
    ['a table with semicolons and decimal commas', 'a;b;c\n1,5;2,5;x\n3,5;4,5;y\n', ';'],
    ['a table with tabs', 'a\tb\n1\t2\n', '\t'],
    ['a table with bars', 'a|b\n1|2\n', '|'],
    ['one column', 'a\n1\n2\n', ','],
    ['nothing', '', ','],
    ['a single line without end', 'a;b;c', ';'],
    ['other delimiters within quotes', '"a;b;c;d",x\n"e;f;g;h",y\n', ','],
    ['other delimiters within quotes behind a delimiter', 'x,"a;b;c;d"\ny,"e;f;g;h"\n', ','],
    ['other delimiters within quotes at a line’s start', 'x,y\r"a;b;c;d",z\r"a;b;c;d",z\r', ','],
    ['doubled quotes in a cell', '"a""b;c;d;e",x\n"a""b;c;d;e",y\n', ','],
    ['a line break in a cell', '"a\nb",x\n"c\nd",y\n', ','],
    ['a quote that opens nothing', 'a,b" c;d;e\nf,g;h;i\n', ';'],
    ['a title above the table', 'Orders, sorted, by, day\na;b\n1;2\n3;4\n5;6\n7;8\n', ';'],
    ['blank lines', '\n \na|b\n\n1|2\n', '|'],
    ['punctuation in later cells', 'a\tb\nx, y, z\tw\nx, y, z\tw\n', '\t'],
  ])('is found in %s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('is judged by the first two hundred records', () => {
    expect(detectDelimiter('a;b\n'.repeat(200) + 'a,b,c,d,e\n'.repeat(5_000))).toBe(';');
  });

  it.each([
    ['sep=;\r\na;b', { delimiter: ';', length: 7 }],
    ['SEP=\t\na', { delimiter: '\t', length: 6 }],
    ['sep=|', { delimiter: '|', length: 5 }],
    ['sep=,\ra', { delimiter: ',', length: 6 }],
    ['sep=;x\n', null],
    ['sep=:\n', null],
    ['a\nsep=;\n', null],
    ['my sep=;\n', null],
  ])('is told by the first line %j', (text, hint) => {
    expect(separatorHint(text)).toEqual(hint);
  });
});
