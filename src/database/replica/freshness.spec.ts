import { Freshness } from './freshness.js';
import { reaches } from './wal-place.js';

describe('how old what a replica has read is', () => {
  let now: number;
  let freshness: Freshness;
  beforeEach(() => {
    now = 0;
    freshness = new Freshness(() => now);
  });
  const at = (time: number, what: () => void) => {
    now = time;
    what();
  };

  it('is not known before it has read what the primary had', () => {
    expect(freshness.age).toBe(Infinity);
    at(1_000, () => freshness.written('0/5000'));
    expect(freshness.age).toBe(Infinity);
    at(2_000, () => freshness.read('0/4FFF'));
    expect(freshness.age).toBe(Infinity);
    at(3_000, () => freshness.read('0/5000'));
    expect(freshness.age).toBe(2_000);
  });

  it('is the time since the newest place that it has reached was the primary’s', () => {
    for (const [time, place] of [
      [1_000, '0/10'],
      [2_000, '0/20'],
      [3_000, '0/30'],
    ] as const)
      at(time, () => freshness.written(place));
    at(3_500, () => freshness.read('0/2A'));
    expect(freshness.age).toBe(1_500);
    at(9_000, () => freshness.read('1/0'));
    expect(freshness.age).toBe(6_000);
  });

  it('stays short while the primary rests', () => {
    for (let time = 0; time < 60_000; time += 1_000)
      at(time, () => {
        freshness.written('0/10');
        freshness.read('0/10');
        expect(freshness.age).toBe(0);
      });
  });

  it('is not known where another replica answers that has read less', () => {
    freshness.written('0/10');
    freshness.read('0/10');
    freshness.read('0/F');
    expect(freshness.age).toBe(Infinity);
  });

  it('is told however long the replica stands still', () => {
    freshness.written('0/1');
    freshness.read('0/1');
    for (let time = 1; time <= 10_000; time += 1)
      at(time * 1_000, () => freshness.written(`1/${time.toString(16)}`));
    freshness.read('0/1');
    expect(freshness.age).toBe(10_000_000);
    freshness.read('FFFFFFFF/FFFFFFFF');
    expect(freshness.age).toBe(0);
  });
});

describe('places in the log', () => {
  it.each([
    ['0/10', '0/F', true],
    ['0/F', '0/10', false],
    ['A/0', '9/FFFFFFFF', true],
    ['A/0', '10/0', false],
    ['16/B374D848', '16/B374D848', true],
  ])('%s reaches %s: %s', (place, other, is) => expect(reaches(place, other)).toBe(is));
});
