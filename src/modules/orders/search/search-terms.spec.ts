import { searchTerms } from './search-terms.js';

describe('the terms of a search', () => {
  it('are none where nothing is asked', () => {
    for (const q of ['', '  ', ',; ']) expect(searchTerms(q)).toBeNull();
  });

  it('are words, of which short ones only begin a word', () => {
    expect(searchTerms('Ada  park, NY 9')).toMatchObject({
      words: ['%Ada%', '%park%', '% NY%', '% 9%'],
      indexed: [['%park%'], ['%park%', '%Ada%']],
    });
    expect(searchTerms('NY 9')).toMatchObject({ indexed: [['% NY%', '% 9%']] });
  });

  it('take wildcards literally, and what no index knows from no index', () => {
    expect(searchTerms('100% a_b --')).toMatchObject({
      words: ['%100\\%%', '% a\\_b%', '% --%'],
      indexed: [['%100%'], ['%100\\%%']],
    });
    expect(searchTerms('--')).toMatchObject({ indexed: [] });
  });

  it.each([
    ['#1001', '%1001%'],
    ['#ORD-2024/77', '%ORD-2024/77%'],
    ['"Ada', '%Ada%'],
    ['Ada.', '%Ada%'],
    ['(Ada)', '%Ada%'],
    ['“Ada”', '%Ada%'],
    ['#', '% #%'],
  ])('leave out of %s what people put around a word', (q, pattern) => {
    expect(searchTerms(q)?.words).toEqual([pattern]);
  });

  it('ask an index for the longest part without signs first', () => {
    expect(searchTerms('#SO-123456')?.indexed).toEqual([['%123456%'], ['%SO-123456%']]);
    expect(searchTerms('emily lopez-garcia')?.indexed).toEqual([['%garcia%'], ['%lopez-garcia%', '%emily%']]);
    expect(searchTerms('lopez')?.indexed).toEqual([['%lopez%']]);
  });

  it('take any apostrophe for any other', () => {
    for (const q of ["O'Brien", 'O’Brien', 'O`Brien'])
      expect(searchTerms(q)).toMatchObject({ words: ['%O_Brien%'], indexed: [['%Brien%'], ['%O_Brien%']] });
  });

  it('are anywhere in scripts without spaces, of which no index knows two characters', () => {
    expect(searchTerms('太郎')).toMatchObject({ words: ['%太郎%'], indexed: [] });
    expect(searchTerms('港区 NY')).toMatchObject({ words: ['%港区%', '% NY%'], indexed: [['% NY%']] });
    expect(searchTerms('山')).toMatchObject({ words: ['% 山%'], indexed: [['% 山%']] });
  });

  it.each([
    ['(212) 555-0123', '%2125550123%'],
    ['0212 5550123', '%2125550123%'],
    ['+1 212…', null],
    ['+1 212', null],
    ['+1 212 5', '%12125%'],
    ['0044 (0)20 7946 0018', '%442079460018%'],
    ['12 Elm', null],
  ])('find %s as a phone number', (q, digits) => {
    expect(searchTerms(q)?.digits).toBe(digits);
  });

  it.each([
    ['G7K2M-9QX4T', 'G7K2M9QX4T%'],
    ['g7k2m9qx4t', 'G7K2M9QX4T%'],
    ['G7K2M9QX4T-12', 'G7K2M9QX4T%'],
    ['G7K2M 9QX4T', 'G7K2M9QX4T%'],
    ['G7K2M 9QX', null],
    ['OIL2M-9Q', '0112M9Q%'],
    ['HOUSE', null],
    ['G7K2', null],
    ['G7K2M-9QX4T-', null],
  ])('find %s as a tracking code', (q, code) => {
    expect(searchTerms(q)?.code).toBe(code);
  });

  it('find the beginning of an id as what lies between two ids', () => {
    expect(searchTerms('0195D0C2-7c')?.ids).toEqual([
      '0195d0c2-7c00-0000-0000-000000000000',
      '0195d0c2-7cff-ffff-ffff-ffffffffffff',
    ]);
    for (const q of ['0195d0c', '0195d0c2x', '0'.repeat(33)]) expect(searchTerms(q)?.ids).toBeNull();
  });

  it('are found without trying all ways to read what is almost an id', () => {
    for (const q of [`${'0'.repeat(199)}x`, `${'a'.repeat(9)}${'-0'.repeat(95)}x`])
      expect(searchTerms(q)?.ids).toBeNull();
  });
});
