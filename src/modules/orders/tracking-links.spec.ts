import fc from 'fast-check';
import { TrackingLinks } from './tracking-links.js';

const links = new TrackingLinks({
  JWT_SECRET: 'test-secret-test-secret-test-secret',
  PUBLIC_URL: 'https://portal.example.org',
});
const others = new TrackingLinks({
  JWT_SECRET: 'other-secret-other-secret-other-sec',
  PUBLIC_URL: 'https://portal.example.org',
});

describe('tracking links', () => {
  it('lead back to their order, and are the same every time', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const token = links.tokenOf(id);
        expect(token).toMatch(/^[\w-]{43}$/);
        expect(links.tokenOf(id)).toBe(token);
        expect(links.verify(token)).toBe(id);
        expect(links.urlOf(id)).toBe(`https://portal.example.org/v1/tracking/${token}`);
      }),
    );
  });

  it('are refused when anything in them is changed', () => {
    const token = links.tokenOf('0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e');
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABab01_-'), (place, letter) => {
        const changed = token.slice(0, place) + letter + token.slice(place + 1);
        expect(links.verify(changed)).toBe(changed === token ? links.verify(token) : null);
      }),
    );
  });

  it('are refused when another server made them, and when they are no links', () => {
    expect(links.verify(others.tokenOf('0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e'))).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(links.verify(text)).toBeNull()));
  });
});
