import { ORDER_FIELDS, REQUIRABLE_FIELDS, findOrderField, orderFieldOf } from './order-fields.js';
import { blankOrder } from './order-content.js';
import { Doubt, Refusal } from './problems.js';
import { requiredFieldNames } from './required-field-names.schema.js';

const headerKey = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');

describe('the field catalogue', () => {
  it("has the articles' columns, then the dispatchers'", () => {
    const headers = (audience: string) =>
      ORDER_FIELDS.filter((field) => field.audience === audience).map((field) => field.header);
    expect(headers('all')).toEqual([
      'Unit/Flat/Unit Name',
      'Address Line 1',
      'Address Line 2',
      'City',
      'State',
      'Zip',
      'Country',
      'Notes',
      'Size',
      'Recipient Name',
      'Type of stop',
      'Recipient Email Address',
      'Recipient Phone Number',
      'Id',
      'Package Count',
      'Products',
      'Latitude',
      'Longitude',
      'Delivery Date',
    ]);
    expect(headers('dispatcher')).toEqual(['Client ID', 'Earliest Time', 'Latest Time', 'Time at stop']);
  });

  it('gives no header text to two fields', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { name, header, synonyms } of ORDER_FIELDS) {
      for (const key of new Set([header, ...synonyms].map(headerKey))) {
        const owner = owners.get(key);
        if (owner) shared.push(`${key}: ${owner}, ${name}`);
        owners.set(key, name);
      }
    }
    expect(shared).toEqual([]);
  });

  it.each([
    ['street', 'address.addressLineOne'],
    ['address', 'address.addressLineOne'],
    ['postcode', 'address.zip'],
    ['postal code', 'address.zip'],
    ['tel', 'recipient.phone'],
    ['mobile', 'recipient.phone'],
    ['qty', 'packageCount'],
    ['parcels', 'packageCount'],
    ['order no', 'externalId'],
    ['order number', 'externalId'],
    ['reference', 'externalId'],
    ['lat', 'address.latitude'],
    ['lng', 'address.longitude'],
  ])('knows %s as %s', (synonym, name) => {
    expect(findOrderField(name)?.synonyms).toContain(synonym);
  });

  it.each(ORDER_FIELDS.map((field) => [field.header, field] as const))(
    '%s: its example reads, and reads back',
    (_, field) => {
      const value = field.parse(field.example, { countryCode: null });
      if (value === null || value instanceof Refusal || value instanceof Doubt)
        throw new Error(field.example);
      const order = blankOrder();
      field.set(order, value);
      expect(field.get(order)).toEqual(value);
      expect(field.isEmpty(order)).toBe(false);
      expect(field.parse(field.print(order), { countryCode: null })).toEqual(value);
    },
  );

  it('calls null, absent, empty text and empty lists empty, and zero not', () => {
    const [zip, products, latitude] = [
      orderFieldOf('address.zip'),
      orderFieldOf('products'),
      orderFieldOf('address.latitude'),
    ];
    expect(zip.isEmpty({})).toBe(true);
    expect(zip.isEmpty({ address: null })).toBe(true);
    expect(zip.isEmpty({ address: { zip: '' } })).toBe(true);
    expect(products.isEmpty({ products: [] })).toBe(true);
    expect(latitude.isEmpty({ address: { latitude: 0 } })).toBe(false);
    expect(latitude.print({ address: { latitude: 0 } })).toBe('0');
    expect(zip.print({})).toBe('');
  });

  it('knows no field by the name of an object property', () => {
    expect(findOrderField('constructor')).toBeUndefined();
    expect(findOrderField('__proto__')).toBeUndefined();
  });
});

describe('the names a dispatcher may require', () => {
  it('are every column a client can fill', () => {
    expect(REQUIRABLE_FIELDS).toHaveLength(19);
    expect(REQUIRABLE_FIELDS).not.toContain('clientCode');
  });

  it('come back once each, in the order of the columns', () => {
    expect(requiredFieldNames.parse(['packageCount', 'address.zip', 'packageCount'])).toEqual([
      'address.zip',
      'packageCount',
    ]);
    expect(requiredFieldNames.safeParse(['clientCode']).success).toBe(false);
    expect(requiredFieldNames.safeParse(['zip']).success).toBe(false);
  });
});
