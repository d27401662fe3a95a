import { type SheetColumn, type SheetMapping } from '../sheet-columns.js';
import { detectSheet, type SheetQuestion } from './detect-sheet.js';

describe('a header', () => {
  it.each([
    ['Address Line 1', 'address.addressLineOne', 1],
    ['  ADDRESS_LINE-1: ', 'address.addressLineOne', 1],
    ['addressLine1', 'address.addressLineOne', 1],
    ['address.zip', 'address.zip', 1],
    ['Post-Code', 'address.zip', 0.95],
    ['Ｚｉｐ', 'address.zip', 1],
    ['Citý', 'address.city', 1],
    ['Order #', 'externalId', 0.95],
    ['Zip *', 'address.zip', 1],
    ['Postcode (required)', 'address.zip', 0.95],
    ['Recipient’s phone', 'recipient.phone', 1],
    ['Lieferadresse PLZ', 'address.zip', 0.95],
    ['Lieferort', 'address.city', 0.95],
    ['Shipping Address City', 'address.city', 0.95],
    ['Ville de livraison', 'address.city', 0.95],
    ['Código postal de envío', 'address.zip', 0.95],
    ['Afleverpostcode', 'address.zip', 0.95],
    ['Telefono destinatario', 'recipient.phone', 0.95],
    ['Cidade de entrega', 'address.city', 0.95],
  ])('%j is applied as %s', (header, field, confidence) => {
    expect(columns([header])).toMatchObject([
      { header: header.trim(), target: { field }, confidence, grade: 'applied', basis: 'header' },
    ]);
  });

  it.each([
    ['Recipient Phone Nubmer', 'recipient.phone'],
    ['Phone number (mobile)', 'recipient.phone'],
    ['Commments', 'notes'],
    ['Bemerkungn', 'notes'],
    ['Billing City', 'address.city'],
    ['Rechnungsort', 'address.city'],
    ['Customer Note', 'notes'],
    ['Tracking number', 'externalId'],
  ])('%j is only suggested as %s', (header, field) => {
    expect(columns([header])).toMatchObject([
      { target: null, grade: 'suggested', basis: null, confidence: 0, suggestions: [field] },
    ]);
  });

  it.each(['Warehouse shelf', 'Sender Name', 'Absender PLZ', 'Ville expéditeur', 'Remitente Nombre', ''])(
    '%j is nothing',
    (header) => {
      expect(columns([header])).toMatchObject([{ target: null, grade: null, suggestions: [] }]);
    },
  );

  it('is kept as it can be shown and stored', () => {
    const long = `${'x'.repeat(299)}😀 and more`;
    expect(columns([long, 'Zip\0', 'a\ud800b'])).toMatchObject([
      { header: `${'x'.repeat(299)}\ufffd` },
      { header: 'Zip' },
      { header: 'a\ufffdb' },
    ]);
  });
});

describe('of several columns for one field', () => {
  it('the best is used, and the others are suggested', () => {
    expect(fields(['comments', 'Notes', 'notes'])).toEqual([null, 'notes', null]);
    expect(columns(['comments', 'Notes'])[0]?.suggestions).toEqual(['notes']);
    expect(fields(['Zip', 'zip', 'ZIP'])).toEqual(['address.zip', null, null]);
  });

  it('that of the stop is used, wherever it stands', () => {
    expect(fields(['City', 'Billing City', 'Shipping City'])).toEqual([null, null, 'address.city']);
    expect(fields(['Pickup Zip', 'Dropoff Zip'])).toEqual([null, 'address.zip']);
    expect(fields(['Sender Name', 'Recipient Name', 'Customer Name'])).toEqual([
      null,
      'recipient.name',
      null,
    ]);
    expect(columns(['Billing City', 'Shipping City'])[0]).toMatchObject({ grade: null, suggestions: [] });
  });

  it('the filled one is used', () => {
    const found = columns(['Shipping Zip', 'Zip'], ['', '10018'], ['', '10019']);
    expect(found.map(fieldName)).toEqual([null, 'address.zip']);
  });

  it('the address that is delivered to does not get the city of another', () => {
    const found = columns(
      ['Address', 'City', 'Zip', 'Delivery Address'],
      ['1 Main St', 'Boston', '02115', '9 Low Rd, Salem'],
      ['2 Main St', 'Boston', '02116', '8 Low Rd, Salem'],
    );
    expect(found.map(fieldName)).toEqual([null, null, null, 'address.addressLineOne']);
  });
});

describe('the content of a column', () => {
  it.each([
    ['Items', ['12.50', '8.99'], 'prices'],
    ['Qty', ['$5', '$10'], 'prices'],
    ['Name', ['#1001', '#1002'], 'order names'],
    ['Customer', ['Please ring the bell twice.', 'Leave it with the neighbour'], 'sentences'],
    ['Order', ['2026-11-01', '2026-11-02'], 'dates'],
    ['Reference', ['WEEK 7', 'WEEK 7', 'WEEK 7', 'WEEK 7'], 'one text for all'],
    ['Type', ['Residential', 'Commercial'], 'no types of stop'],
    ['Estado', ['Pagado', 'Enviado'], 'states of an order'],
    ['Land', ['Bayern', 'Hessen'], 'no countries'],
    ['Unit', ['pcs', 'kg'], 'measures'],
    ['Nombre', ['3', '1'], 'counts'],
    ['Telephone', ['ada@example.org', 'bob@example.org'], 'addresses of mail'],
    ['Postcode', ['Boston', 'Salem'], 'towns'],
    ['Notes', ['2026-11-01', '2026-11-02'], 'dates'],
  ])('contradicts %s of %j: %j', (header, cells) => {
    const [column] = columns([header], ...cells.map((cell) => [cell]));
    expect(column).toMatchObject({ target: null, lost: true });
  });

  it.each([
    ['Qty', ['1', '2.00', 'three', '4']],
    ['Name', ['Ada Reader', 'Smith & Sons Ltd.', 'Dr. María de la Cruz', '']],
    ['Order', ['A-1', 'A-1', 'A-1', 'A-2', 'A-2', 'A-3']],
    ['Postcode', ['A1 1AA', '01067', '1012 AB']],
    ['Country', ['', '', '']],
    ['Type', ['Delivery', 'D', 'collection', 'oops']],
    ['Anzahl', ['', '', '']],
  ])('does not contradict %s of %j', (header, cells) => {
    const [column] = columns([header], ...cells.map((cell) => [cell]));
    expect(column).toMatchObject({ grade: 'applied', lost: false });
  });

  it('is at most a suggestion under an unknown header', () => {
    expect(columns(['Foo'], ['A1 1AA'], ['B2 2BB'])).toMatchObject([
      { target: null, grade: 'suggested', suggestions: ['address.zip'], lost: true },
    ]);
  });
});

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
    const found = columns(headers, cells, cells);
    expect(found.map(({ target }) => target)).toEqual(targets);
  });

  it('leave out the one whose text the other has', () => {
    const found = columns(
      ['Street', 'Address1', 'Address2', 'Zip', 'Full address'],
      ['Main St 1, Floor 2', 'Main St 1', 'Floor 2', '10018', 'Main St 1, Floor 2, 10018 New York'],
      ['Low St 1', 'Low St 1', '', '10019', 'Low St 1, 10019 New York'],
    );
    expect(found.map(fieldName)).toEqual([
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
    const found = detectSheet(ask([headers, cells, cells], { audience: 'dispatcher' }))?.columns;
    expect(found?.map(({ target }) => (target && 'split' in target ? target.split : null))).toEqual(splits);
  });

  it('holds no times for a client', () => {
    expect(
      columns(['Time window', 'Earliest Time', 'Client'], ['9-12h', '09:00', 'X']).map(fieldName),
    ).toEqual([null, null, null]);
  });
});

describe('what is said of a header', () => {
  it('wins: the mapping, what was taught, the profile, the header', () => {
    const found = detectSheet(
      ask([['Foo', 'Bar', 'Zip', 'City', 'Notes']], {
        mapping: { foo: { field: 'address.zip' }, NOTES: null },
        taught: { Foo: { field: 'notes' }, Bar: { field: 'address.city' } },
        profile: { columns: { bar: null, zip: { field: 'size' }, Nowhere: { field: 'products' } } },
      }),
    );
    expect(found?.columns.map(({ target, basis }) => [target, basis])).toEqual([
      [{ field: 'address.zip' }, 'mapping'],
      [{ field: 'address.city' }, 'taught'],
      [{ field: 'size' }, 'profile'],
      [null, null],
      [null, 'mapping'],
    ]);
    expect(found?.missing).toEqual([]);
  });

  it('is told when the sheet has no such header', () => {
    const found = detectSheet(ask([['Zip']], { mapping: { Gate: { field: 'notes' }, ZIP: null } }));
    expect(found?.missing).toEqual(['Gate']);
  });

  it('also of headers that are names of object properties, and not of empty ones', () => {
    const mapping = JSON.parse(
      '{"__proto__": {"field":"notes"}, "": {"field":"externalId"}}',
    ) as SheetMapping;
    const found = detectSheet(ask([['__proto__', 'constructor', '', 'toString', 'City']], { mapping }));
    expect(found?.columns.map(fieldName)).toEqual(['notes', null, null, null, 'address.city']);
    expect(Object.prototype).not.toHaveProperty('notes');
  });
});

describe('the header row', () => {
  const rowOf = (rows: string[][], said: Partial<SheetQuestion> = {}) =>
    detectSheet(ask(rows, said))?.headerRow;

  it('is found below titles', () => {
    const rows = [
      ['Orders of the week'],
      ['City: Berlin', ''],
      ['street', 'zip', 'city'],
      ['Main St', '02115', 'Boston'],
    ];
    expect(rowOf(rows)).toBe(3);
    expect(rowOf([['Delivery address'], ['Foo', 'Bar', 'Baz'], ['1', '2', '3']])).toBe(2);
  });

  it('is the first wide row when no header is known', () => {
    expect(rowOf([['Report'], ['Foo', 'Bar', 'Baz'], ['1', '2', '3']])).toBe(2);
    expect(rowOf([Array<string>(5).fill('x'), Array<string>(10).fill('x')])).toBe(2);
    expect(rowOf([[...Array<string>(6).fill('x'), ' ', ''], Array<string>(10).fill('x')])).toBe(1);
  });

  it('is no row of orders', () => {
    const rows = [
      ['Kunde', 'Kontonr', 'Betreff', 'Rabatt'],
      ['Name', '12345', 'Notes', '2026-11-01', 'ada@example.org', 'City'],
    ];
    expect(rowOf(rows)).toBe(1);
  });

  it('is the first of those with as many known headers, and the one with more wherever it is', () => {
    expect(
      rowOf([
        ['Zip', 'City'],
        ['Notes', 'Id'],
      ]),
    ).toBe(1);
    expect(
      rowOf([
        ['Zip', 'City'],
        ['Notes', 'Id', 'Zip'],
        ['City', 'Zip', 'Id'],
      ]),
    ).toBe(2);
    expect(
      rowOf([
        ['Zip', 'zip', 'ZIP'],
        ['Notes', 'Id'],
      ]),
    ).toBe(2);
  });

  it('is looked for in the first twenty rows', () => {
    const titles = (count: number) => Array.from({ length: count }, () => ['foo', 'bar']);
    expect(rowOf([...titles(19), ['Zip', 'City']])).toBe(20);
    expect(rowOf([...titles(20), ['Zip', 'City']])).toBe(1);
  });

  it('is the one that the caller says', () => {
    const rows = [
      ['Zip', 'City'],
      ['Foo', 'Id'],
      ['1', '2'],
    ];
    expect(rowOf(rows, { headerRow: 2 })).toBe(2);
    expect(detectSheet(ask(rows, { headerRow: 9 }))).toBeNull();
  });

  it('is none where there are no rows', () => {
    expect(detectSheet(ask([]))).toBeNull();
  });
});

describe('the score of a sheet', () => {
  const scoreOf = (...rows: string[][]) => detectSheet(ask(rows))?.score ?? 0;

  it('is highest for orders', () => {
    const orders = scoreOf(['Address', 'City', 'Zip', 'Name'], ['1 Main St', 'Boston', '02115', 'Ada']);
    const towns = scoreOf(['City', 'Zip', 'State', 'Country', 'Id'], ['Boston', '02115', 'MA', 'US', '1']);
    const help = scoreOf(['Read me'], ['Put one order into each row.'], ['Address is where it goes.']);
    const empty = scoreOf(['Address', 'City', 'Zip', 'Name', 'Id']);
    expect([help, towns, empty, orders].toSorted((left, right) => left - right)).toEqual([
      help,
      towns,
      empty,
      orders,
    ]);
    expect(help).toBe(0);
  });
});

function ask(rows: string[][], said: Partial<SheetQuestion> = {}): SheetQuestion {
  return {
    audience: 'client',
    mapping: {},
    taught: {},
    rows: rows.map((cells, index) => ({ number: index + 1, cells })),
    ...said,
  };
}

function columns(...rows: string[][]): SheetColumn[] {
  return detectSheet(ask(rows))?.columns ?? [];
}

function fields(headers: string[]) {
  return columns(headers).map(fieldName);
}

function fieldName({ target }: SheetColumn) {
  return target && 'field' in target ? target.field : null;
}
