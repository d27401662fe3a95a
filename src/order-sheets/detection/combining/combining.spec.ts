import { askOf, columnsOf, fieldsOf } from '../../../../test/support/sheets.js';
import { detectSheet } from '../detect-sheet.js';

describe('columns that make one field together', () => {
  const name = { field: 'recipient.name', join: ' ' };
  const street = { field: 'address.addressLineOne', join: ' ' };

  it.each([
    [
      ['First Name', 'Last Name'],
      ['Ada', 'Reader'],
      [name, name],
    ],
    [
      ['Nachname', 'Vorname'],
      ['Reader', 'Ada'],
      [name, name],
    ],
    [
      ['Vorname', 'Name'],
      ['Ada', 'Reader'],
      [name, name],
    ],
    [
      ['Cognome', 'Nome'],
      ['Reader', 'Ada'],
      [name, name],
    ],
    [
      ['Anrede', 'Vorname', 'Nachname'],
      ['Frau', 'Ada', 'Reader'],
      [name, name, name],
    ],
    [
      ['Title', 'First Name', 'Last Name'],
      ['Blue Socks', 'Ada', 'Reader'],
      [null, name, name],
    ],
    [
      ['First Name', 'Name', 'Last Name'],
      ['Ada', 'Ada Reader', 'Reader'],
      [null, { field: name.field }, null],
    ],
    [
      ['Name', 'Shipping First Name', 'Shipping Last Name'],
      ['Bob', 'Ada', 'Reader'],
      [null, name, name],
    ],
    [
      ['Billing First Name', 'First Name', 'Last Name'],
      ['Bob', 'Ada', 'Reader'],
      [null, name, name],
    ],
    [['Surname'], ['Reader'], [{ field: name.field }]],
    [
      ['Straße', 'Hausnummer'],
      ['Hauptstraße', '5a'],
      [street, street],
    ],
    [
      ['Huisnummer', 'Toevoeging', 'Straat'],
      ['5', 'bis', 'Dam'],
      [street, street, street],
    ],
    [
      ['Straße', 'Nr.'],
      ['Hauptstraße', '5'],
      [street, street],
    ],
    [
      ['Nr.', 'Name', 'Straße'],
      ['5', 'Ada', 'Hauptstraße'],
      [null, { field: name.field }, { field: street.field }],
    ],
    [
      ['Street', 'House number'],
      ['Main St 5', '5'],
      [{ field: street.field }, null],
    ],
    [
      ['Address 2', 'Address 3'],
      ['Floor 2', 'Room 3'],
      [
        { field: 'address.addressLineTwo', join: ', ' },
        { field: 'address.addressLineTwo', join: ', ' },
      ],
    ],
  ])('%j', (headers, cells, targets) => {
    const found = columnsOf(headers, cells, cells);
    expect(found.map(({ target }) => target)).toEqual(targets);
  });

  it('leave out the one whose text the other has', () => {
    const found = columnsOf(
      ['Street', 'Address1', 'Address2', 'Zip', 'Full address'],
      ['Main St 1, Floor 2', 'Main St 1', 'Floor 2', '10018', 'Main St 1, Floor 2, 10018 New York'],
      ['Low St 1', 'Low St 1', '', '10019', 'Low St 1, 10019 New York'],
    );
    expect(fieldsOf(found)).toEqual([
      null,
      'address.addressLineOne',
      'address.addressLineTwo',
      'address.zip',
      null,
    ]);
    // The city stands in the full address alone.
    expect(found.map(({ lost }) => lost)).toEqual([false, false, false, false, true]);
  });

  it.each([
    [
      ['Straße', 'Hausnummer'],
      [
        ['Hauptstr. 5', '5'],
        ['Lindenweg 12', '12'],
        ['Ring 3', '3'],
        ['Am Markt', '7'],
      ],
    ],
    [
      ['Name', 'First Name'],
      [
        ['Ada Reader', 'Ada'],
        ['Bob Page', 'Bob'],
        ['', 'Cy'],
      ],
    ],
    [
      ['City', 'City, State ZIP'],
      [
        ['Albany', 'Albany, NY 12207'],
        ['Troy', 'Troy, NY 12180'],
      ],
    ],
    [
      ['Street', 'Zip', 'City', 'Address'],
      [
        ['1 Main St', '12207', 'Albany', '1 Main St, Apt 1, Albany 12207'],
        ['2 Main St', '12208', 'Albany', '2 Main St, Albany 12208'],
      ],
    ],
  ])('%j tell that what only the last has is lost', (headers, rows) => {
    const found = columnsOf(headers, ...rows);
    expect(found.map(({ lost }) => lost)).toEqual(headers.map((_, at) => at === headers.length - 1));
    expect(found.at(-1)).toMatchObject({ target: null, basis: 'header' });
  });

  it('are not two of one header: the second may be of another address', () => {
    const found = columnsOf(
      ['Name', 'Street', 'City', 'Street', 'City'],
      ['Ada', '1 Main St', 'Albany', '9 Dock Rd', 'Troy'],
      ['Bob', '2 Main St', 'Albany', '8 Dock Rd', 'Troy'],
    );
    expect(fieldsOf(found)).toEqual(['recipient.name', 'address.addressLineOne', 'address.city', null, null]);
    expect(found.map(({ lost }) => lost)).toEqual([false, false, false, true, true]);
    expect(found[3]).toMatchObject({ basis: 'header' });
  });
});

describe('a cell that holds several fields', () => {
  it.each([
    [
      ['Street', 'City, State ZIP'],
      ['1 Main St', 'Boston, MA 02115'],
      [null, 'city-state-zip'],
    ],
    [
      ['Straße', 'PLZ Ort'],
      ['Hauptstr. 1', '01067 Dresden'],
      [null, 'city-state-zip'],
    ],
    [
      ['Street', 'City'],
      ['1 Main St', 'Boston, MA 02115'],
      [null, 'city-state-zip'],
    ],
    [['Address'], ['1 Main St, Boston, MA 02115'], ['address']],
    [
      ['Address', 'City'],
      ['1 Main St, Boston, MA 02115', 'Boston'],
      [null, null],
    ],
    [['Address'], ['1 Main St'], [null]],
    [
      ['Address', 'Time window'],
      ['1 Main St', '10:00 - 12:00'],
      [null, 'time-window'],
    ],
    [
      ['Address', 'Time window'],
      ['1 Main St', 'mornings'],
      [null, null],
    ],
  ])('%j of %j', (headers, cells, splits) => {
    const found = detectSheet(askOf([headers, cells, cells], { audience: 'dispatcher' }))?.columns;
    expect(found?.map(({ target }) => (target && 'split' in target ? target.split : null))).toEqual(splits);
  });

  it('holds no times for a client', () => {
    expect(
      fieldsOf(columnsOf(['Time window', 'Earliest Time', 'Client ID'], ['9-12h', '09:00', 'X'])),
    ).toEqual([null, null, null]);
  });
});
