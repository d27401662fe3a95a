import { coalesce, coalesceBy } from './coalesce.js';

describe('calls made of many', () => {
  it('take what comes while one is under way together into the next', async () => {
    const calls: number[][] = [];
    const ask = coalesce(async (items: number[]) => {
      calls.push(items);
      if (calls.length === 1) inside = Promise.all([ask(3), ask(4)]);
      return Promise.resolve(items.length);
    });
    let inside: Promise<number[]> | undefined;
    expect(await Promise.all([ask(1), ask(2)])).toEqual([2, 2]);
    expect(await inside).toEqual([2, 2]);
    expect(calls).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('are not held up by one that gets no answer, where they have patience', async () => {
    let answer!: (value: string) => void;
    const ask = coalesce(
      ([item]: string[]) =>
        item === 'stuck' ? new Promise<string>((resolve) => (answer = resolve)) : Promise.resolve('done'),
      1,
    );
    const stuck = ask('stuck');
    while (!answer) await new Promise(setImmediate);
    expect(await ask('next')).toBe('done');
    expect(await ask('after')).toBe('done');
    answer('late');
    expect(await stuck).toBe('late');
  });

  it('have one key each, where items have keys', async () => {
    const calls: string[][] = [];
    const ask = coalesceBy(
      (item: string) => item[0]!,
      async (items: string[]) => Promise.resolve(calls.push(items)),
    );
    await Promise.all(['a1', 'b1', 'a2'].map(ask));
    await ask('a3');
    expect(calls).toEqual([['a1', 'a2'], ['b1'], ['a3']]);
  });
});
