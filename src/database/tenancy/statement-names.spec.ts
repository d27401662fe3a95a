import { latestNames, statementNames } from './statement-names.js';

it('gives each text of each audience a name of its own', () => {
  const nameOf = statementNames('read');
  expect([nameOf('a', 'client'), nameOf('a', 'organization'), nameOf('b', 'client')]).toEqual([
    'read_0',
    'read_1',
    'read_2',
  ]);
  expect(nameOf('a', 'client')).toBe('read_0');
});

it('gives no more names than that to the latest texts, and that of the longest unused to another', () => {
  const nameOf = latestNames('some', 2);
  const named = ['a', 'b', 'a', 'c', 'a', 'b', 'c'].map((text) => nameOf(text, 'client'));
  expect(named).toEqual(['some_0', 'some_1', 'some_0', 'some_1', 'some_0', 'some_1', 'some_0']);
});
