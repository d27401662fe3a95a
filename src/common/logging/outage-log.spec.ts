import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../../test/support/eventually.js';
import { OutageLog } from './outage-log.js';

interface Line {
  level: 'error' | 'warn';
  cause: string;
  requests?: number;
  text: string;
}

function logged(period: number) {
  const lines: Line[] = [];
  const at =
    (level: Line['level']) =>
    ({ cause, requests }: Line, text: string) =>
      void lines.push({ level, cause, ...(requests !== undefined && { requests }), text });
  return { lines, log: new OutageLog({ error: at('error'), warn: at('warn') }, period) };
}

const refused = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const [begun, lasts, over] = [
  'A request could not be answered; others that fail for the same cause are counted',
  'Requests still cannot be answered',
  'Requests fail no longer',
];

describe('the log of outages', () => {
  it('has one line per cause, however many requests fail', () => {
    const { lines, log } = logged(60_000);
    for (let n = 0; n < 1_000; n += 1) log.note(refused(), `request ${n}`);
    log.note(new Error('The file store failed', { cause: refused() }), 'request');
    log.note(Object.assign(new Error('full'), { code: 'ENOSPC' }), 'request');
    log.note(new Error('Connection terminated unexpectedly'), 'request');
    expect(lines).toEqual([
      { level: 'error', cause: 'ECONNREFUSED', text: begun },
      { level: 'error', cause: 'ENOSPC', text: begun },
      { level: 'error', cause: 'Connection terminated unexpectedly', text: begun },
    ]);
  });

  it('says that it lasts, that it is over and how many requests it cost, then begins anew', async () => {
    const { lines, log } = logged(200);
    log.note(refused(), 'first');
    log.note(refused(), 'second');
    await eventually(() => lines.length === 3 || undefined);
    const cause = 'ECONNREFUSED';
    expect(lines).toEqual([
      { level: 'error', cause, text: begun },
      { level: 'warn', cause, requests: 2, text: lasts },
      { level: 'warn', cause, requests: 2, text: over },
    ]);
    log.note(refused(), 'third');
    expect(lines.at(-1)).toEqual({ level: 'error', cause, text: begun });
  });

  it('says nothing more of a single failure', async () => {
    const { lines, log } = logged(20);
    log.note(refused(), 'only');
    await pause(200);
    expect(lines).toHaveLength(1);
  });
});
