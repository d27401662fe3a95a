import { assertFresh, etagOf, withVersion } from './etag.js';
import { runInContext, systemActor } from './request-context.js';

const change = (ifMatch: string | undefined, version: number) =>
  runInContext({ requestId: 'test', scope: { audience: 'none' }, actor: systemActor, ifMatch }, () =>
    assertFresh({ version }),
  );
const stale = expect.objectContaining({ code: 'stale_version', status: 412 }) as Error;

describe('the version of a resource', () => {
  it('is told for what was answered with one', () => {
    const depot = { name: 'Main' };
    expect(withVersion(depot, 3)).toBe(depot);
    expect(etagOf(depot)).toBe('"3"');
    expect(etagOf({ name: 'Main' })).toBeUndefined();
  });

  it.each([
    ['the version it has', '"3"'],
    ['the version as a proxy that compresses weakens it', 'W/"3"'],
    ['several, its own among them', '"1", W/"2" , "3"'],
    ['any version', '*'],
    ['any version, with spaces', ' * '],
    ['no version', undefined],
  ])('lets a change through that names %s', (_, ifMatch) => {
    expect(() => change(ifMatch, 3)).not.toThrow();
  });

  it.each([
    ['another version', '"2"'],
    ['another version, weakened', 'W/"2"'],
    ['one that begins alike', '"33"'],
    ['its version without quotes', '3'],
    ['something before its version', 'xW/"3"'],
    ['nothing', ''],
  ])('refuses a change that names %s', (_, ifMatch) => {
    expect(() => change(ifMatch, 3)).toThrow(stale);
  });

  it('is not asked for outside a request', () => {
    expect(() => assertFresh({ version: 3 })).not.toThrow();
  });
});
