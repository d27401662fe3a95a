import { isSqlState } from './outages.js';

describe('codes of SQL', () => {
  it.each(['23505', '57P01', 'XX000', 'P0001', 'HV00N'])('are told from others: %s', (code) => {
    expect(isSqlState(code)).toBe(true);
  });

  it.each(['EPIPE', 'EPERM', 'EBUSY', 'ENOENT', undefined, 23505])('%s is none', (code) => {
    expect(isSqlState(code)).toBe(false);
  });
});
