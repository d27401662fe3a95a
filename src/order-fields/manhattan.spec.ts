import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { ORDER_FIELDS } from './order-fields.js';
import { checkRow, type RowColumn, type RowContext } from './row-check.js';

const context: RowContext = { audience: 'client', requiredFields: [], countryCode: 'US' };

function readSample(): { columns: RowColumn[]; rows: string[][] } {
  const text = readFileSync(new URL('../../test/fixtures/libraries-manhattan.csv', import.meta.url), 'utf8');
  const [headers = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const columns = headers.flatMap((header, index) => {
    const field = ORDER_FIELDS.find((one) => one.header === header);
    return field ? [{ index, field }] : [];
  });
  return { columns, rows };
}

describe('the sample spreadsheet', () => {
  const { columns, rows } = readSample();
  const results = rows.map((cells) => ({ id: cells[13], ...checkRow(cells, columns, context) }));

  it('has every column of the articles and 33 rows', () => {
    expect(columns).toHaveLength(18);
    expect(rows).toHaveLength(33);
  });

  it('has four bad rows, each with its cell and what to do', () => {
    const bad = results.filter(({ errors }) => errors.length > 0);
    expect(bad.map(({ id, errors }) => ({ id, errors }))).toEqual([
      {
        id: 'NYPL-0012',
        errors: [
          {
            field: 'packageCount',
            columnIndex: 14,
            code: 'number_invalid',
            detail:
              'Package Count "zero" is not a whole number. Write a whole number from 1 to 10000, such as 3.',
            value: 'zero',
          },
        ],
      },
      {
        id: 'NYPL-0015',
        errors: [
          {
            field: 'recipient.email',
            columnIndex: 11,
            code: 'email_invalid',
            detail:
              'Recipient Email Address "not-an-email" is not an e-mail address. ' +
              'Write it like ada@example.org, or leave it empty.',
            value: 'not-an-email',
          },
        ],
      },
      {
        id: 'NYPL-0026',
        errors: [
          {
            field: 'address.addressLineOne',
            columnIndex: 1,
            code: 'address_missing',
            detail: 'There is no address. Fill Address Line 1, or both Latitude and Longitude.',
            value: '',
          },
        ],
      },
      {
        id: 'NYPL-0031',
        errors: [
          {
            field: 'address.longitude',
            columnIndex: 17,
            code: 'coordinates_incomplete',
            detail: 'Longitude is empty, but Latitude is 40.7203. Fill both, or leave both empty.',
            value: '',
          },
        ],
      },
    ]);
    expect(bad.every(({ order }) => order === undefined)).toBe(true);
  });

  it('has 29 rows that pass, of which the importer refuses the repeated Id', () => {
    const good = results.filter(({ order }) => order !== undefined);
    expect(good).toHaveLength(29);
    expect(new Set(good.map(({ order }) => order?.externalId)).size).toBe(28);
    expect(good.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('reads the first row whole', () => {
    expect(results[0]?.order).toEqual({
      address: {
        addressName: 'Schwarzman Building',
        addressLineOne: '476 5th Ave',
        addressLineTwo: null,
        city: 'New York',
        state: 'NY',
        zip: '10018',
        country: 'US',
        latitude: 40.7532,
        longitude: -73.9822,
      },
      recipient: { name: 'Front Desk', email: 'front.desk@example.org', phone: '+19172756975' },
      activity: 'delivery',
      requestedDate: null,
      size: 'L',
      packageCount: 3,
      products: ['Maps', 'Atlases', 'Ledger, bound'],
      notes: 'Deliver to the loading dock on W 40th St',
      timing: null,
      externalId: 'NYPL-0001',
    });
  });

  it('keeps the line break in a note, and reads every spelling of a phone number', () => {
    expect(results[2]?.order?.notes).toBe('Ring twice\nthen wait');
    expect(results.slice(0, 6).map(({ order }) => order?.recipient.phone)).toEqual([
      '+19172756975',
      '+12122434334',
      '+12129663424',
      '+12122436876',
      '+12122284747',
      '+12126740947',
    ]);
  });
});
