import { REAL_FILES, readRealFile, type RealFile } from '../../../test/support/real-files.js';
import { findOrderField } from '../../order-fields/order-fields.js';
import { normalizeHeader } from '../detection/header-similarity.js';
import { findProfile, profileOf } from './find-profile.js';
import { PROFILES } from './known-profiles.js';

describe('the profiles', () => {
  it.each(REAL_FILES.map((file): [string, RealFile] => [file.name, file]))(
    'tell the layout of %s, whatever the order and spelling of its headers',
    async (_, file) => {
      const { header } = await readRealFile(file);
      const changed = header.map((text) => ` ${text.toUpperCase().replaceAll(' ', '_')}`).reverse();
      expect(findProfile(header)?.name ?? null).toBe(file.expected.profile);
      expect(findProfile(changed)?.name ?? null).toBe(file.expected.profile);
    },
  );

  it.each(PROFILES.map((profile) => [profile.name, profile] as const))(
    'use of %s the columns that its files are to be used for',
    async (name, { columns }) => {
      const files = REAL_FILES.filter(({ expected }) => expected.profile === name);
      expect(files).not.toHaveLength(0);
      for (const file of files) {
        const { header } = await readRealFile(file);
        const used = Object.entries(columns).filter(([key, target]) => target && header.includes(key));
        const wanted = Object.entries(file.expected.columns).map(([key, target]) => [
          key,
          typeof target === 'string' ? { field: target } : target,
        ]);
        expect(Object.fromEntries(used)).toEqual(Object.fromEntries(wanted));
        const known = new Set(Object.keys(columns).map(normalizeHeader));
        expect(header.filter((key) => !known.has(normalizeHeader(key)))).toEqual([]);
      }
    },
  );

  it.each(PROFILES.map((profile) => [profile.name, profile] as const))(
    'give %s fields that exist, and one column of its own to each',
    (_, { columns, signature, rowsPerOrder }) => {
      const keys = Object.keys(columns).map(normalizeHeader);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toEqual(expect.arrayContaining(signature.map(normalizeHeader)));
      const fields = Object.values(columns).flatMap((target) =>
        target && 'field' in target ? [target.field] : [],
      );
      for (const field of fields) expect(findOrderField(field)?.name).toBe(field);
      expect(rowsPerOrder === 'one' || fields.includes('externalId')).toBe(true);
    },
  );

  it('have names and signatures of their own', () => {
    const names = PROFILES.map(({ name }) => name);
    const signatures = PROFILES.map(({ signature }) => signature.map(normalizeHeader).sort().join('|'));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(signatures).size).toBe(signatures.length);
    expect(names.map((name) => profileOf(name)?.name)).toEqual(names);
  });
});

describe('findProfile', () => {
  it('finds none where a header of the signature is missing, or where two are satisfied alike', () => {
    const [first, second] = ['etsy-sold-orders', 'etsy-sold-order-items'].map((name) => profileOf(name)!);
    expect(findProfile([])).toBeUndefined();
    expect(findProfile(first!.signature.slice(1))).toBeUndefined();
    expect(findProfile(first!.signature)).toBe(first);
    expect(findProfile([...first!.signature, ...second!.signature])).toBeUndefined();
  });

  it('prefers the profile that asks for more headers', () => {
    const unshipped = profileOf('amazon-unshipped-orders')!;
    expect(findProfile([...unshipped.signature, ...profileOf('amazon-orders')!.signature])).toBe(unshipped);
  });
});
