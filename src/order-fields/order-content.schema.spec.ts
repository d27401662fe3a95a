import fc from 'fast-check';
import { anyText, orderContents } from '../../test/support/order-arbitraries.js';
import { normaliseContent } from './normalise-content.js';
import { type OrderContentInput, orderContent, orderPatch, patchedContent } from './order-content.schema.js';
import { checkRow } from './row-check.js';
import { ORDER_FIELDS, orderFieldOf } from './order-fields.js';
import { type FieldName } from './catalogue.js';

const street = { addressLineOne: '1 Main St' };

/** `path code` of every issue; the code is our own where there is one. */
function issues(body: unknown): string[] {
  const { error } = orderContent.safeParse(body);
  return (error?.issues ?? []).map(({ path, code, ...rest }) => {
    const own = 'params' in rest ? (rest.params as { code?: string }).code : undefined;
    return `${path.join('/')} ${own ?? code}`;
  });
}

describe('an order by JSON', () => {
  it('gets every key it did not name', () => {
    expect(orderContent.parse({ address: street })).toEqual({
      address: {
        addressName: null,
        addressLineOne: '1 Main St',
        addressLineTwo: null,
        city: null,
        state: null,
        zip: null,
        country: null,
        latitude: null,
        longitude: null,
      },
      recipient: { name: null, email: null, phone: null },
      activity: 'delivery',
      size: null,
      packageCount: 1,
      products: [],
      notes: null,
      requestedDate: null,
      timing: null,
      externalId: null,
    });
  });

  it('is tidied: trimmed, NFC, without hidden characters, blank is null', () => {
    const order = orderContent.parse({
      address: { ...street, city: ' Montre\u0301al\u200b ', state: '  ', latitude: -0, longitude: 0 },
      recipient: { email: ' Ada@Example.ORG ' },
      notes: 'a\r\nb',
      products: [' Maps ', '', 'Ledger, bound'],
      timing: {},
    });
    expect(order).toMatchObject({
      address: { city: 'Montréal', state: null, latitude: 0 },
      recipient: { email: 'Ada@example.org' },
      notes: 'a\nb',
      products: ['Maps', 'Ledger, bound'],
      timing: null,
    });
  });

  it.each<[unknown, string[]]>([
    [{}, ['address invalid_type']],
    [{ address: {} }, ['address/addressLineOne address_missing']],
    [{ address: { addressLineOne: ' ' } }, ['address/addressLineOne address_missing']],
    [{ address: { latitude: 1, longitude: 1 } }, []],
    [{ address: { ...street, latitude: 1 } }, ['address/longitude coordinates_incomplete']],
    [{ address: { longitude: 1 } }, ['address/latitude coordinates_incomplete']],
    [{ address: { latitude: 91, longitude: 0 } }, ['address/latitude too_big']],
    [{ address: { latitude: '1', longitude: 0 } }, ['address/latitude invalid_type']],
    [{ address: { ...street, zip: 2115 } }, ['address/zip invalid_type']],
    [{ address: { ...street, street: 'x' } }, ['address unrecognized_keys']],
    [{ address: street, status: 'delivered' }, [' unrecognized_keys']],
    [{ address: street, organizationId: 'x', clientId: 'y' }, [' unrecognized_keys']],
    [
      JSON.parse('{"address":{"addressLineOne":"x"},"__proto__":{"activity":"pickup"}}'),
      [' unrecognized_keys'],
    ],
    [{ address: { addressLineOne: 'a\0b' } }, ['address/addressLineOne character_invalid']],
    [{ address: { addressLineOne: 'x'.repeat(201) } }, ['address/addressLineOne too_long']],
    [{ address: street, recipient: { email: 'nobody' } }, ['recipient/email email_invalid']],
    [{ address: street, packageCount: 0 }, ['packageCount too_small']],
    [{ address: street, packageCount: 2.5 }, ['packageCount invalid_type']],
    [{ address: street, packageCount: 10_001 }, ['packageCount too_big']],
    [{ address: street, activity: 'Delivery' }, ['activity invalid_value']],
    [{ address: street, products: Array(101).fill('x') }, ['products too_big']],
    [{ address: street, products: ['x'.repeat(201)] }, ['products/0 too_long']],
    [{ address: street, timing: { earliestTime: '9:00' } }, ['timing/earliestTime invalid_format']],
    [
      { address: street, timing: { earliestTime: '10:00', latestTime: '09:00' } },
      ['timing/latestTime times_reversed'],
    ],
    [
      { address: street, recipient: null, timing: null, products: null, packageCount: null, activity: null },
      [],
    ],
  ])('%j: %j', (body, expected) => {
    expect(issues(body)).toEqual(expected);
  });

  it('says what to do', () => {
    const { error } = orderContent.safeParse({ address: street, recipient: { email: 'nobody' } });
    expect(error?.issues[0]?.message).toBe(
      'Recipient Email Address "nobody" is not an e-mail address. Write it like ada@example.org, or leave it empty.',
    );
  });

  it('is unchanged when it went through before', () => {
    fc.assert(fc.property(orderContents, (order) => expect(orderContent.parse(order)).toEqual(order)));
  });
});

describe('the same text by JSON and by spreadsheet', () => {
  const texts: [FieldName, (value: string) => OrderContentInput][] = [
    ['address.addressLineOne', (addressLineOne) => ({ address: { addressLineOne } })],
    ['address.zip', (zip) => ({ address: { ...street, zip } })],
    ['address.country', (country) => ({ address: { ...street, country } })],
    ['recipient.name', (name) => ({ address: street, recipient: { name } })],
    ['recipient.email', (email) => ({ address: street, recipient: { email } })],
    ['recipient.phone', (phone) => ({ address: street, recipient: { phone } })],
    ['notes', (notes) => ({ address: street, notes })],
    ['size', (size) => ({ address: street, size })],
    ['externalId', (externalId) => ({ address: street, externalId })],
  ];
  const columns = ORDER_FIELDS.map((field, index) => ({ field, index }));
  const context = { audience: 'client', requiredFields: [], countryCode: 'US' } as const;

  it.each(texts)('%s: the same answer', (name, body) => {
    const field = orderFieldOf(name);
    // An apostrophe in front may be Excel's.
    const written = fc
      .oneof(anyText, fc.emailAddress(), fc.constantFrom('(212) 243-4334', 'Deutschland'))
      .map((text) => text.replace(/^'+/, ''));
    fc.assert(
      fc.property(written, (text) => {
        const cells = columns.map((column) => {
          if (column.field === field) return text;
          return column.field.name === 'address.addressLineOne' ? street.addressLineOne : '';
        });
        const row = checkRow(cells, columns, context);
        const json = orderContent.safeParse(body(text));
        expect(json.success).toBe(row.order !== undefined);
        if (json.success) expect(normaliseContent(json.data, context).content).toEqual(row.order);
        else
          expect(issues(body(text)).map((issue) => issue.split(' ')[1])).toEqual(
            row.errors.map(({ code }) => code),
          );
      }),
      { numRuns: 300 },
    );
  });
});

describe('changing an order', () => {
  const stored = orderContent.parse({
    address: { ...street, latitude: 1, longitude: 2 },
    packageCount: 4,
    timing: { earliestTime: '09:00' },
    recipient: { name: 'Ada' },
  });
  const change = (body: unknown) => orderContent.safeParse(patchedContent(stored, orderPatch.parse(body)));

  it('keeps what the change does not name, inside objects too', () => {
    expect(change({})).toEqual({ success: true, data: stored });
    expect(change({ address: { zip: '02115' }, timing: { latestTime: '17:00' } }).data).toMatchObject({
      address: { ...stored.address, zip: '02115' },
      timing: { earliestTime: '09:00', latestTime: '17:00' },
    });
  });

  describe('of address', () => {
    const whole = orderContent.parse({
      address: { ...street, city: 'Boston', zip: '02115', country: 'US', latitude: 1, longitude: 2 },
    });
    const placeAfter = (address: object, from = whole) => {
      const { data } = orderContent.safeParse(patchedContent(from, orderPatch.parse({ address })));
      return data && [data.address.latitude, data.address.longitude];
    };
    const kept = [1, 2];
    const left = [null, null];

    it.each([
      ['another street', { addressLineOne: '1 Other St' }, left],
      ['another city', { city: 'Salem' }, left],
      ['another zip', { zip: '02116' }, left],
      ['another country', { country: 'Canada' }, left],
      [
        'another street with its coordinates',
        { addressLineOne: '1 Other St', latitude: 3, longitude: 4 },
        [3, 4],
      ],
      ['the same coordinates, given again', { city: 'Salem', latitude: 1, longitude: 2 }, kept],
      ['another flat', { addressName: 'Flat 2', addressLineTwo: 'Rear house' }, kept],
      ['what it is already', { ...street, city: 'Boston', country: 'United States' }, kept],
      ['what was not told before', { state: 'MA' }, kept],
      ['less', { zip: null, city: null }, kept],
      ['nothing', {}, kept],
    ])('to %s', (_, address, coordinates) => expect(placeAfter(address)).toEqual(coordinates));

    it('refuses half of new coordinates, and a city for a place without a street', () => {
      expect(placeAfter({ city: 'Salem', latitude: 3 })).toBeUndefined();
      const pin = orderContent.parse({ address: { city: 'Boston', latitude: 1, longitude: 2 } });
      expect(placeAfter({ city: 'Salem' }, pin)).toBeUndefined();
      expect(placeAfter({ addressLineOne: '1 Other St' }, pin)).toEqual(left);
    });
  });

  it('empties by null, or brings the default back', () => {
    expect(change({ packageCount: null, timing: null, recipient: { name: null } }).data).toMatchObject({
      packageCount: 1,
      timing: null,
      recipient: { name: null },
    });
    expect(change({ recipient: null }).data?.recipient).toEqual({ name: null, email: null, phone: null });
  });

  it('checks the outcome as a whole', () => {
    expect(change({ address: { latitude: null } }).error?.issues).toMatchObject([
      { path: ['address', 'latitude'] },
    ]);
    expect(change({ timing: { latestTime: '08:00' } }).error?.issues).toMatchObject([
      { path: ['timing', 'latestTime'] },
    ]);
    expect(change({ address: { addressLineOne: null } }).success).toBe(true);
  });
});
