import { askOf } from '../../../test/support/sheets.js';
import { fieldOf, type SheetMapping } from '../sheet-columns.js';
import { detectSheet } from './detect-sheet.js';

describe('titles above headers that a sheet has twice', () => {
  const headers = ['Order No', 'Street', 'City', 'Zip', 'Street', 'City', 'Zip'];
  const orders = [
    ['A-1', '1 Payer St', 'Troy', '12180', '9 Door Rd', 'Utica', '13501'],
    ['A-2', '2 Payer St', 'Troy', '12180', '8 Door Rd', 'Rome', '13440'],
  ];
  const used = (titles: string[], mapping: SheetMapping = {}) =>
    detectSheet(askOf([titles, headers, ...orders], { mapping }))?.columns.map(fieldOf);
  const address = ['address.addressLineOne', 'address.city', 'address.zip'];

  it.each([
    [['', 'Billing address', '', '', 'Delivery address', '', '']],
    [['', 'Billing', 'Billing', 'Billing', 'Shipping', 'Shipping', 'Shipping']],
    [['', 'Rechnungsadresse', '', '', 'Lieferadresse', '', '']],
    [['Bon', 'Facturation', '', '', 'Livraison', '', '']],
  ])('tell the stop from the bill: %j', (titles) => {
    expect(used(titles)).toEqual(['externalId', null, null, null, ...address]);
  });

  it('tell it also where the stop comes first', () => {
    expect(used(['', 'Ship to', '', '', 'Bill to', '', ''])).toEqual([
      'externalId',
      ...address,
      null,
      null,
      null,
    ]);
  });

  it('let a mapping name one of them', () => {
    const mapping = { 'Kitchen Street': null, 'Yard Street': { field: 'address.addressLineOne' } } as const;
    expect(used(['', 'Kitchen', '', '', 'Yard', '', ''], mapping)?.[4]).toBe('address.addressLineOne');
  });

  it('give way to a mapping of the header alone', () => {
    const mapping = { Street: { field: 'address.addressLineOne' } } as const;
    expect(used(['', 'Billing', '', '', 'Delivery', '', ''], mapping)?.[1]).toBe('address.addressLineOne');
  });
});
