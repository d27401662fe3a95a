import { nextDelay, retrySeconds } from './retry-schedule.js';

describe('the schedule of attempts', () => {
  it('goes on for about three days, then ends', () => {
    const days = retrySeconds.reduce((sum, seconds) => sum + seconds, 0) / 86_400;
    expect([retrySeconds.length + 1, Math.round(days)]).toEqual([10, 3]);
    expect(nextDelay(retrySeconds.length + 1)).toBeUndefined();
  });

  it('begins after 5 seconds and is scattered', () => {
    expect([nextDelay(1, 0), nextDelay(1, 1), nextDelay(2, 0)]).toEqual([5, 6, 300]);
  });
});
