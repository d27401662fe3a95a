import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { orderContents } from '../../test/support/order-arbitraries.js';
import { missingFields } from './missing-fields.js';
import { orderChanges, orderInput } from './order-input.schema.js';
import { REQUIRABLE_FIELDS } from './order-fields.js';
import { orderSchema } from './order-schema.js';

const compile = (requiredFields: readonly string[]) =>
  new Ajv2020({ strict: true, strictTypes: true, allErrors: true }).compile(orderSchema(requiredFields));

/** Whether we would accept the order for submission; defaults are not yet filled in. */
function accepts(body: unknown, requiredFields: readonly string[]): boolean {
  const written = orderChanges.safeParse(body);
  return (
    orderInput.safeParse(body).success &&
    written.success &&
    missingFields(written.data, requiredFields).length === 0
  );
}

const ODD = [
  null,
  '',
  ' ',
  '\0',
  'x'.repeat(2_001),
  0,
  -1,
  2.5,
  1e9,
  true,
  [],
  [''],
  ['a', ' '],
  [1],
  {},
  'pickup',
  'a@b',
  '24:00',
];

const metadata = fc.dictionary(
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 45 }), fc.constantFrom('', 'a[b]', '🗼'.repeat(40))),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('🗼'.repeat(500), 'x'.repeat(501))),
  { maxKeys: 22, size: 'max' },
);

/** Almost valid bodies: an order with some parts dropped or replaced by something odd. */
const bodies = fc
  .tuple(
    orderContents,
    fc.option(metadata),
    fc.array(fc.tuple(fc.nat(), fc.option(fc.constantFrom(...ODD), { nil: undefined, freq: 2 })), {
      maxLength: 4,
    }),
  )
  .map(([order, metadata, changes]) => {
    const body = structuredClone({ ...order, metadata }) as unknown as Record<string, unknown>;
    for (const [where, odd] of changes) {
      const nested = Object.values(body).filter(
        (part) => part !== null && typeof part === 'object' && !Array.isArray(part),
      );
      const parts = [body, ...(nested as Record<string, unknown>[])];
      const part = parts[where % parts.length] ?? body;
      const keys = [...Object.keys(part), 'status'];
      const key = keys[Math.floor(where / 7) % keys.length] ?? 'status';
      if (odd === undefined) delete part[key];
      else part[key] = odd;
    }
    return body;
  });

describe('the JSON Schema of an order', () => {
  it('accepts exactly what the check accepts', () => {
    fc.assert(
      fc.property(
        fc.subarray([...REQUIRABLE_FIELDS], { maxLength: 3 }),
        fc.array(bodies, { minLength: 5 }),
        (required, some) => {
          const validate = compile(required);
          for (const body of some) {
            const ours = accepts(body, required);
            expect({ body, required, valid: validate(body) }).toEqual({ body, required, valid: ours });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is asked about orders of both kinds above', () => {
    const asked = fc.sample(bodies, { numRuns: 500, seed: 1 });
    const accepted = asked.filter((body) => accepts(body, []));
    expect(accepted.length).toBeGreaterThan(50);
    expect(asked.length - accepted.length).toBeGreaterThan(50);
  });

  it('asks for every required field, and for objects above it', () => {
    const validate = compile(['recipient.phone', 'packageCount', 'products']);
    const address = { addressLineOne: '1 Main St' };
    expect(validate({ address })).toBe(false);
    expect(validate({ address, recipient: { phone: null }, packageCount: 1, products: ['Maps'] })).toBe(
      false,
    );
    expect(
      validate({ address, recipient: { phone: '+12125550142' }, packageCount: null, products: ['Maps'] }),
    ).toBe(false);
    expect(
      validate({ address, recipient: { phone: '+12125550142' }, packageCount: 1, products: [' '] }),
    ).toBe(false);
    expect(
      validate({ address, recipient: { phone: '+12125550142' }, packageCount: 1, products: ['Maps'] }),
    ).toBe(true);
  });

  it.each(['', ' ', '\u200b\n', '\0x', null])('takes %j for no zip where zip is required', (zip) => {
    const body = { address: { addressLineOne: '1 Main St', zip } };
    expect(compile(['address.zip'])(body)).toBe(false);
    expect(accepts(body, ['address.zip'])).toBe(false);
  });

  it('is a 2020-12 schema whose examples are valid', () => {
    const schema = orderSchema([]);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const ajv = new Ajv2020({ strict: true });
    const check = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return;
      const { examples, ...rest } = node as { examples?: unknown[] };
      for (const example of examples ?? [])
        expect([example, ajv.validate(rest, example)]).toEqual([example, true]);
      Object.values(node).forEach(check);
    };
    check(schema.properties);
  });

  it('refuses the name of no field', () => {
    expect(() => orderSchema(['address.street'])).toThrow('No order field is called street');
  });
});
