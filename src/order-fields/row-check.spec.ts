import fc from 'fast-check';
import { anyText, orderContents } from '../../test/support/order-arbitraries.js';
import { orderContent } from './order-content.schema.js';
import { ORDER_FIELDS } from './order-fields.js';
import { normaliseContent } from './normalise-content.js';
import { checkRow, type RowContext } from './row-check.js';

const client: RowContext = { audience: 'client', requiredFields: [], countryCode: 'US' };
const dispatcher: RowContext = { ...client, audience: 'dispatcher' };
const columns = ORDER_FIELDS.map((field, index) => ({ field, index }));

/** Checks a row that has just these columns, by header. */
function check(row: Record<string, string>, context: RowContext = client) {
  const headers = Object.keys(row);
  const given = headers.map((header, index) => {
    const field = ORDER_FIELDS.find((one) => one.header === header);
    if (!field) throw new Error(header);
    return { field, index };
  });
  return checkRow(Object.values(row), given, context);
}

describe('checking a row', () => {
  it('takes the error of a formula for no value, and says so', () => {
    const found = check({ 'Address Line 1': '1 Main St', City: '#REF!', Notes: ' #N/A ', Zip: '#12' });
    expect(found.order).toMatchObject({ address: { city: null, zip: '#12' }, notes: null });
    expect(found.warnings.map(({ field, code }) => [field, code])).toEqual([
      ['address.city', 'formula_failed'],
      ['notes', 'formula_failed'],
    ]);
    const lost = check({ 'Address Line 1': '#REF!' });
    expect(lost.errors).toMatchObject([{ field: 'address.addressLineOne', code: 'address_missing' }]);
    expect(lost.warnings[0]?.detail).toMatch(/^Address Line 1 "#REF!" is the error of a formula/);
  });

  it('needs no more than an address', () => {
    expect(check({ 'Address Line 1': ' 1 Main St ' })).toMatchObject({
      order: {
        address: { addressLineOne: '1 Main St', country: null },
        activity: 'delivery',
        packageCount: 1,
      },
      clientCode: null,
      errors: [],
      warnings: [],
    });
    expect(check({ Latitude: '40,7', Longitude: '-73,9' }).order?.address).toMatchObject({
      latitude: 40.7,
      longitude: -73.9,
    });
  });

  it('takes a missing cell for an empty one', () => {
    expect(checkRow([], columns, client).errors).toMatchObject([{ code: 'address_missing', columnIndex: 1 }]);
    expect(check({ Zip: '02115' }).errors).toMatchObject([{ code: 'address_missing', columnIndex: null }]);
  });

  it('names every bad cell, and does not call the address missing when it is only unreadable', () => {
    const { order, errors } = check({ Latitude: '91', Longitude: 'west', 'Package Count': '0' });
    expect(order).toBeUndefined();
    expect(errors.map(({ field, columnIndex, code }) => [field, columnIndex, code])).toEqual([
      ['address.latitude', 0, 'out_of_range'],
      ['address.longitude', 1, 'number_invalid'],
      ['packageCount', 2, 'out_of_range'],
    ]);
  });

  it('asks for required fields by their column, and takes no default for an answer', () => {
    const requiredFields = ['packageCount', 'products', 'activity', 'recipient.email', 'address.zip'];
    const { errors } = check(
      {
        'Address Line 1': 'x',
        'Package Count': '',
        Products: '|',
        'Recipient Email Address': 'nobody',
        Zip: '1',
      },
      { ...client, requiredFields },
    );
    expect(errors.map(({ field, columnIndex, code }) => [field, columnIndex, code])).toEqual([
      ['recipient.email', 3, 'email_invalid'],
      ['packageCount', 1, 'required'],
      ['products', 2, 'required'],
      ['activity', null, 'required'],
    ]);
    expect(errors[1]?.detail).toBe('Package Count is required and empty. Fill the column Package Count.');
  });

  it("dials a phone in the row's country, else in the client's", () => {
    const row = { 'Recipient Phone Number': '020 7946 0018', 'Address Line 1': 'x', Country: 'England' };
    expect(check(row).order?.recipient.phone).toBe('+442079460018');
    expect(check({ ...row, Country: 'Narnia' }, { ...client, countryCode: 'GB' }).order).toMatchObject({
      address: { country: 'Narnia' },
      recipient: { phone: '+442079460018' },
    });
  });

  it('keeps what is odd, and says so', () => {
    const { order, warnings } = check({
      'Address Line 1': 'x',
      'Recipient Phone Number': 'ask inside',
      Country: 'Untied States',
    });
    expect(order).toMatchObject({ recipient: { phone: 'ask inside' }, address: { country: 'US' } });
    expect(warnings).toEqual([
      {
        field: 'address.country',
        columnIndex: 2,
        code: 'country_guessed',
        detail: 'Country "Untied States" was read as United States (US). Correct it if that is wrong.',
        value: 'Untied States',
        fix: { value: 'US', why: 'It is one letter away from United States.' },
      },
      {
        field: 'recipient.phone',
        columnIndex: 1,
        code: 'phone_not_recognised',
        detail:
          'Recipient Phone Number "ask inside" is not a phone number we can read for US; it was kept as typed. ' +
          'Write it with its country code, such as +12125550142.',
        value: 'ask inside',
      },
    ]);
  });

  it('reads a zip as in the country of the row, wherever that stands', () => {
    const zip = { 'Address Line 1': 'x', Zip: '2115' };
    expect(check({ ...zip, Country: 'Germany' }).warnings).toMatchObject([
      { field: 'address.zip', columnIndex: 1, code: 'zip_zero_lost', fix: { value: '02115' } },
    ]);
    expect(check({ ...zip, Country: 'Austria' })).toMatchObject({
      order: { address: { zip: '2115' } },
      warnings: [],
    });
    expect(check(zip).warnings).toMatchObject([{ code: 'zip_zero_lost' }]);
    expect(check(zip, { ...client, countryCode: null }).warnings).toEqual([]);
  });

  it('takes the apostrophe that Excel puts before a number for no part of the value', () => {
    const found = check({
      'Address Line 1': "'t Hof 5",
      City: "'s-Hertogenbosch",
      Zip: "'SW1A 1AA",
      Country: 'GB',
      Id: "'00123",
      'Recipient Phone Number': "'020 7946 0018",
      'Package Count': "'2",
      Notes: "'90s music",
      Size: "'12-14",
    });
    expect(found.warnings).toEqual([]);
    expect(found.order).toMatchObject({
      address: { addressLineOne: "'t Hof 5", city: "'s-Hertogenbosch", zip: 'SW1A 1AA' },
      recipient: { phone: '+442079460018' },
      externalId: '00123',
      packageCount: 2,
      notes: "'90s music",
      size: '12-14',
    });
  });

  it('takes no time over many apostrophes', () => {
    const begun = performance.now();
    check({ 'Address Line 1': "'".repeat(100_000) });
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('tells what Excel made of long numbers, and never takes that for the value', () => {
    const row = { 'Address Line 1': 'x', 'Recipient Phone Number': '9.17E+11' };
    expect(check(row)).toMatchObject({
      order: { recipient: { phone: null } },
      warnings: [{ field: 'recipient.phone', code: 'excel_number', value: '9.17E+11' }],
    });
    expect(check({ ...row, Id: '1,23457E+12', Zip: '1E+11' }).errors).toMatchObject([
      { field: 'externalId', code: 'excel_number' },
      { field: 'address.zip', code: 'excel_number' },
    ]);
    expect(check({ 'Address Line 1': 'x', Id: '12E+5' }).order?.externalId).toBe('12E+5');
  });

  it('reads a date in the order that the column has, else asks for it by the column’s header', () => {
    const field = ORDER_FIELDS.find(({ name }) => name === 'requestedDate')!;
    const street = ORDER_FIELDS.find(({ name }) => name === 'address.addressLineOne')!;
    const given = [
      { field, index: 0, header: 'Due' },
      { field: street, index: 1 },
    ];
    const cells = ['03/04/2026', 'x'];
    expect(checkRow(cells, given, { ...client, dayOrder: 'day-first' }).order?.requestedDate).toBe(
      '2026-04-03',
    );
    expect(checkRow(cells, given, client).errors).toMatchObject([
      {
        code: 'date_ambiguous',
        detail:
          'Delivery Date "03/04/2026" can be 2026-04-03 or 2026-03-04. Say which with mapping ' +
          '{"Due": {"field": "requestedDate", "format": "day-first"}} or "month-first", or write it as YYYY-MM-DD.',
      },
    ]);
  });

  it('reads the dispatchers’ columns for dispatchers only', () => {
    const row = {
      'Address Line 1': 'x',
      'Client ID': 'cl-7k2m9q',
      'Earliest Time': '9am',
      'Latest Time': '17h30',
      'Time at stop': '5',
    };
    expect(check(row, dispatcher)).toMatchObject({
      order: { timing: { earliestTime: '09:00', latestTime: '17:30', serviceSeconds: 300 } },
      clientCode: 'CL-7K2M9Q',
    });
    expect(check(row, client)).toMatchObject({ order: { timing: null }, clientCode: null });
    expect(check({ ...row, 'Latest Time': '8am' }, dispatcher).errors).toMatchObject([
      { field: 'timing.latestTime', columnIndex: 3, code: 'times_reversed', value: '08:00' },
    ]);
  });

  it('shows a NUL and half a character in a form that can be stored', () => {
    expect(check({ 'Address Line 1': 'a\0b\ud800' }).errors).toMatchObject([
      { code: 'character_invalid', value: 'a␀b\ufffd' },
    ]);
  });

  it('quotes a long cell only in part', () => {
    const [error] = check({ 'Address Line 1': '😀'.repeat(5_000) }).errors;
    expect(error).toMatchObject({ code: 'too_long' });
    expect(error?.value.length).toBeLessThanOrEqual(100);
    expect(error?.detail.length).toBeLessThanOrEqual(200);
    expect(error?.detail.isWellFormed()).toBe(true);
  });
});

describe('whatever a row holds', () => {
  const rows = fc.tuple(
    fc.array(fc.option(anyText, { nil: '' }), { maxLength: columns.length }),
    fc.subarray(ORDER_FIELDS.map((field) => field.name)),
    fc.constantFrom(client, dispatcher),
  );
  const placed = rows
    .filter(([cells]) => cells.length > 1)
    .map(([cells, ...rest]): [string[], ...typeof rest] => [
      cells.map((text, index) => (index === 1 && text.trim() === '' ? '1 Main St' : text)),
      ...rest,
    ]);

  it('it is an order or has errors, and never throws', () => {
    fc.assert(
      fc.property(rows, ([cells, requiredFields, context]) => {
        const { order, errors } = checkRow(cells, columns, { ...context, requiredFields });
        expect(order === undefined).toBe(errors.length > 0);
        for (const { detail, value } of errors) {
          expect(detail).toMatch(/^[A-Z].*\.$/su);
          expect(value.length).toBeLessThanOrEqual(100);
          expect(detail + value).not.toContain('\0');
          expect(detail.isWellFormed() && value.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('an order from a row is the same order by JSON, with the same warnings', () => {
    fc.assert(
      fc.property(placed, ([texts, , context]) => {
        const { order, warnings } = checkRow(texts, columns, context);
        if (!order) return;
        expect(orderContent.parse(order)).toEqual(order);
        const again = normaliseContent(order, context);
        expect(again.content).toEqual(order);
        const lasting = warnings.filter(({ code }) => code.endsWith('_not_recognised'));
        expect(again.warnings.map(({ field, code }) => [field, code])).toEqual(
          lasting.map(({ field, code }) => [field, code]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is often an order, among those above', () => {
    const asked = fc.sample(placed, { numRuns: 500, seed: 1 });
    const orders = asked.filter(([texts, , context]) => checkRow(texts, columns, context).order);
    expect(orders.length).toBeGreaterThan(20);
  });

  it('an order printed into cells reads back as the same order', () => {
    fc.assert(
      fc.property(orderContents, (order) => {
        const cells = ORDER_FIELDS.map((field) => field.print(order));
        expect(checkRow(cells, columns, dispatcher)).toEqual({
          order,
          clientCode: null,
          errors: [],
          warnings: [],
        });
      }),
    );
  });
});
