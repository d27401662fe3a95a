import { validate, version } from 'uuid';
import { IdMaker } from './id-maker.js';

describe('made ids', () => {
  it('are UUIDv7, each greater than the one before', () => {
    const ids = new IdMaker();
    const made = Array.from({ length: 20_000 }, () => ids.next());
    expect(made.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect(made).toEqual([...new Set(made)].toSorted());
  });

  it('of two makers at once differ', () => {
    const [one, other] = [new IdMaker(), new IdMaker()];
    const made = Array.from({ length: 5_000 }, () => [one.next(), other.next()]).flat();
    expect(new Set(made).size).toBe(made.length);
  });
});
