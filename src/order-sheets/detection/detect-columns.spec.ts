import { columnsOf, fieldsOf } from '../../../test/support/sheets.js';

describe('of several columns for one field', () => {
  it('the best is used, and the others are suggested', () => {
    expect(fieldsOf(columnsOf(['comments', 'Notes', 'notes']))).toEqual([null, 'notes', null]);
    expect(columnsOf(['comments', 'Notes'])[0]?.suggestions).toEqual(['notes']);
    expect(fieldsOf(columnsOf(['Zip', 'zip', 'ZIP']))).toEqual(['address.zip', null, null]);
  });

  it('that of the stop is used, wherever it stands', () => {
    expect(fieldsOf(columnsOf(['City', 'Billing City', 'Shipping City']))).toEqual([
      null,
      null,
      'address.city',
    ]);
    expect(fieldsOf(columnsOf(['Pickup Zip', 'Dropoff Zip']))).toEqual([null, 'address.zip']);
    expect(fieldsOf(columnsOf(['Sender Name', 'Recipient Name', 'Customer Name']))).toEqual([
      null,
      'recipient.name',
      null,
    ]);
    expect(columnsOf(['Billing City', 'Shipping City'])[0]).toMatchObject({ grade: null, suggestions: [] });
  });

  it('the filled one is used', () => {
    const found = columnsOf(['Shipping Zip', 'Zip'], ['', '10018'], ['', '10019']);
    expect(fieldsOf(found)).toEqual([null, 'address.zip']);
  });

  it('the address that is delivered to does not get the city of another', () => {
    const found = columnsOf(
      ['Address', 'City', 'Zip', 'Delivery Address'],
      ['1 Main St', 'Boston', '02115', '9 Low Rd, Salem'],
      ['2 Main St', 'Boston', '02116', '8 Low Rd, Salem'],
    );
    expect(fieldsOf(found)).toEqual([null, null, null, 'address.addressLineOne']);
  });
});
