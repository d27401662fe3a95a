import { RunSheetLinks } from './run-sheet-links.js';

const config = {
  JWT_SECRET: 'test-secret-test-secret-test-secret',
  PUBLIC_URL: 'https://portal.example.org',
};
const routeId = '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e';
const inAnHour = new Date(Date.now() + 3_600_000);

describe('links to run sheets', () => {
  const links = new RunSheetLinks(config);

  it('lead back to their route until they end', () => {
    expect(links.verify(links.tokenOf(routeId, inAnHour))).toEqual({ routeId, expiresAt: inAnHour });
    expect(links.verify(links.tokenOf(routeId, new Date(Date.now() - 1)))).toBeNull();
  });

  it('cannot be prolonged, nor made with another secret', () => {
    const bytes = Buffer.from(links.tokenOf(routeId, inAnHour), 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      expect(links.verify(changed.toString('base64url'))).toBeNull();
    }
    const others = new RunSheetLinks({ ...config, JWT_SECRET: 'other-secret-other-secret-other-secret' });
    expect(links.verify(others.tokenOf(routeId, inAnHour))).toBeNull();
  });
});
