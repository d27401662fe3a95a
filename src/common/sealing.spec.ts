import { randomBytes } from 'node:crypto';
import { Sealer, UnsealError } from './sealing.js';

const [one, two] = [randomBytes(32), randomBytes(32)];

describe('What is sealed', () => {
  const sealer = new Sealer([one]);

  it('is opened again, whatever it holds', () => {
    for (const secret of ['', 'shpat_0123', 'zażółć 東京', 'x'.repeat(5_000)])
      expect(sealer.open(sealer.seal(secret, 'row'), 'row')).toBe(secret);
  });

  it('is never the same twice', () => {
    expect(sealer.seal('shpat_0123', 'row')).not.toBe(sealer.seal('shpat_0123', 'row'));
  });

  it('is not opened in another place', () => {
    expect(() => sealer.open(sealer.seal('shpat_0123', 'row'), 'another')).toThrow(UnsealError);
  });

  it('is not opened once any byte of it is another', () => {
    const sealed = Buffer.from(sealer.seal('shpat_0123', 'row'), 'base64');
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      expect(() => sealer.open(changed.toString('base64'), 'row')).toThrow(UnsealError);
    }
    expect(() => sealer.open(sealed.subarray(0, 20).toString('base64'), 'row')).toThrow(UnsealError);
    expect(() => sealer.open('', 'row')).toThrow(UnsealError);
  });

  it('is opened after a new key came, and not once its own is gone', () => {
    const sealed = sealer.seal('shpat_0123', 'row');
    const turned = new Sealer([two, one]);
    expect(turned.open(sealed, 'row')).toBe('shpat_0123');
    expect(turned.isNewest(sealed)).toBe(false);
    expect(turned.isNewest(turned.seal('shpat_0123', 'row'))).toBe(true);
    expect(() => sealer.open(turned.seal('shpat_0123', 'row'), 'row')).toThrow(UnsealError);
    expect(() => new Sealer([two]).open(sealed, 'row')).toThrow(UnsealError);
  });
});
