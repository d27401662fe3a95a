import { columnsOf } from '../../../../test/support/sheets.js';

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
    const [column] = columnsOf([header], ...cells.map((cell) => [cell]));
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
    const [column] = columnsOf([header], ...cells.map((cell) => [cell]));
    expect(column).toMatchObject({ grade: 'applied', lost: false });
  });

  it('is at most a suggestion under an unknown header', () => {
    expect(columnsOf(['Foo'], ['A1 1AA'], ['B2 2BB'])).toMatchObject([
      { target: null, grade: 'suggested', suggestions: ['address.zip'], lost: true },
    ]);
  });
});
