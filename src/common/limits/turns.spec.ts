import { Turns } from './turns.js';

describe('turns', () => {
  it('run one after the other under one name, also after a failure, and side by side under others', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const answers = await Promise.allSettled([
      turns.take('a', work('first', true)),
      turns.take('a', work('second')),
      turns.take('b', work('other')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(seen.filter((step) => !step.startsWith('other'))).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    expect(seen.indexOf('other begins')).toBeLessThan(seen.indexOf('first ends'));
  });
});
