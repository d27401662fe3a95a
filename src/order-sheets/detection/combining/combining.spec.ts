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
    expect(found.map(({ lost }) => lost)).toEqual([false, false, false, false, false]);
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
