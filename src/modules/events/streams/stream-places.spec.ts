import type { KeyPrincipal } from '../../../auth/access/principal.js';
import type { Problem } from '../../../common/problems/problems.js';
import { StreamPlaces } from './stream-places.js';

describe('the places of event streams', () => {
  const reader = (keyId: string, organizationId = 'one'): KeyPrincipal => ({
    kind: 'api_key',
    keyId,
    name: keyId,
    scopes: [],
    scope: { audience: 'organization', organizationId },
  });
  const refusal = (places: StreamPlaces, principal: KeyPrincipal) => {
    try {
      places.take(principal);
    } catch (error) {
      return (error as Problem).detail;
    }
    return undefined;
  };

  it('are so many for each reader and for each team', () => {
    const places = new StreamPlaces({ caller: 2, team: 3 });
    const giveBack = places.take(reader('a'));
    places.take(reader('a'));
    expect(refusal(places, reader('a'))).toBe(
      'You have as many streams open as one person or API key may (2). Close some.',
    );
    places.take(reader('b'));
    expect(refusal(places, reader('b'))).toBe(
      'Your team has as many streams open as one may (3). Close some.',
    );
    places.take(reader('c', 'two'));
    giveBack();
    places.take(reader('b'));
    expect(places.of('organization:one')).toBe(3);
  });

  it('are given back once, and forgotten when none is left', () => {
    const places = new StreamPlaces({ caller: 2, team: 2 });
    const [first, second] = [places.take(reader('a')), places.take(reader('a'))];
    first();
    first();
    expect(places.of('organization:one')).toBe(1);
    second();
    expect(places.of('organization:one')).toBe(0);
    expect(places.of('key:a')).toBe(0);
  });
});
