import fc from 'fast-check';
import { Lanes } from './lanes.js';

/** A process of so many slots, to which Bull brings jobs as its lanes let it. */
function startProcess(slots: number, together: number) {
  const count = Math.floor(slots / together);
  const running = new Set<object>();
  const lanes = new Lanes(count, together, () => slots - running.size);
  let idle = count;
  return {
    running,
    isIdle: () => idle === count,
    /** @returns whether a lane was there to bring them */
    bring: async (jobs: number): Promise<boolean> => {
      if (idle === 0) return false;
      idle -= 1;
      for (let n = 0; n < jobs; n += 1) running.add({});
      void lanes.hold().then(() => (idle += 1));
      await Promise.resolve();
      return true;
    },
    end: async (nth: number): Promise<void> => {
      running.delete([...running][nth % running.size]!);
      lanes.look();
      await Promise.resolve();
    },
  };
}

describe('lanes', () => {
  it('bring one job for each slot, where jobs come alone', async () => {
    const { running, bring, end } = startProcess(3, 1);
    for (const isBrought of [true, true, true, false]) expect(await bring(1)).toBe(isBrought);
    await end(1);
    expect(await bring(1)).toBe(true);
    expect(running.size).toBe(3);
  });

  it('are not held up by a slow one among those that came together', async () => {
    const { running, bring, end } = startProcess(32, 16);
    expect([await bring(16), await bring(16), await bring(16)]).toEqual([true, true, false]);
    // Of each bring only the first stays.
    for (let n = 0; n < 15; n += 1) await end(1);
    for (let n = 0; n < 15; n += 1) await end(running.size - 1);
    expect(running.size).toBe(2);
    expect(await bring(16)).toBe(true);
  });

  it('never bring more than there are slots, and bring again when all are free', async () => {
    const step = fc.record({ brings: fc.boolean(), jobs: fc.nat(16), nth: fc.nat(1_000) });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(step),
        async (together, times, steps) => {
          const slots = together * times;
          const { running, bring, end, isIdle } = startProcess(slots, together);
          for (const { brings, jobs, nth } of steps) {
            if (brings) await bring(Math.min(jobs, together));
            else if (running.size > 0) await end(nth);
            expect(running.size).toBeLessThanOrEqual(slots);
          }
          while (running.size > 0) await end(0);
          expect(isIdle()).toBe(true);
        },
      ),
    );
  });
});
