import { signedJson } from './signed-json.js';

const read = (text: string) => signedJson(Buffer.from(text));
const nested = (times: number, [open, close]: [string, string] = ['[', ']'], inner = '') =>
  open.repeat(times) + inner + close.repeat(times);

describe('a signed body', () => {
  it.each([
    '{"id":1}',
    nested(64),
    nested(64, ['{"a":', '}'], '1'),
    JSON.stringify(['['.repeat(100), '"[[[', '\\', '\\"[']),
    `[${Array(200).fill('[]').join()}]`,
  ])('is read where it is JSON: %#', (text) =>
    expect(read(text)).toEqual({ json: JSON.parse(text) as unknown }),
  );

  it.each([
    nested(65),
    nested(65, ['{"a":', '}'], '1'),
    nested(40, ['[{"a":', '}]'], '1'),
    '['.repeat(1_000_000),
    `{"note":"]]","x":${nested(65)}}`,
  ])('is refused where it is nested too deep: %#', (text) =>
    expect(read(text)).toEqual({ refused: 'Its body is nested deeper than 64 times.' }),
  );

  it.each(['', '{', '"', '"\\', ']'.repeat(100), '"a\u0000"', 'nothing'])(
    'is refused where it is no JSON: %j',
    (text) => expect(read(text)).toEqual({ refused: 'Its body is no JSON that can be kept.' }),
  );
});
