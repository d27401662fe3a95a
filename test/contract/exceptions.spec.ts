import { held } from '../../tools/document/exceptions.mjs';

describe('findings and their exceptions', () => {
  const covers = (exception: { rule: string }, finding: string) => finding.startsWith(exception.rule);

  it('keep open what has no exception, or one without a reason', () => {
    const exceptions = [
      { rule: 'a', reason: 'It has to be.' },
      { rule: 'b', reason: ' ' },
    ];
    expect(held(['a 1', 'b 1', 'c 1'], exceptions, covers).open).toEqual(['b 1', 'c 1']);
  });

  it('name exceptions that speak of nothing any more', () => {
    const gone = { rule: 'z', reason: 'It was so once.' };
    expect(held(['a 1'], [gone], covers)).toEqual({ open: ['a 1'], stale: [gone] });
  });
});
