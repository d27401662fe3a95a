import { nextDelay, retrySeconds, secondsAsked } from './retry-schedule.js';

describe('the schedule of attempts', () => {
  it('goes on for about three days, then ends', () => {
    const days = retrySeconds.reduce((sum, seconds) => sum + seconds, 0) / 86_400;
    expect([retrySeconds.length + 1, Math.round(days)]).toEqual([10, 3]);
    expect(nextDelay(retrySeconds.length + 1)).toBeUndefined();
  });

  it('begins after 5 seconds and is scattered', () => {
    expect([nextDelay(1, 0, 0), nextDelay(1, 0, 1), nextDelay(2, 0, 0)]).toEqual([5, 6, 300]);
  });

  it('waits at least as long as the receiver asked, and a day at most', () => {
    expect([nextDelay(1, 90, 0), nextDelay(2, 90, 0), nextDelay(1, 1e9, 0)]).toEqual([90, 300, 86_400]);
    expect(nextDelay(retrySeconds.length + 1, 90)).toBeUndefined();
  });

  it('understands both spellings of Retry-After, and no others', () => {
    const now = Date.UTC(2026, 2, 2, 10, 0, 0);
    const asked = ['120', ' 7 ', 'Mon, 02 Mar 2026 10:01:30 GMT', 'Mon, 02 Mar 2026 09:00:00 GMT'];
    expect(asked.map((text) => secondsAsked(text, now))).toEqual([120, 7, 90, 0]);
    const wrong = [undefined, '', 'Mon, soon', '-5', '1.5', 'soon', '2026-03-02', '99999999999', ['5']];
    expect(wrong.map((text) => secondsAsked(text, now))).toEqual(wrong.map(() => undefined));
  });
});
