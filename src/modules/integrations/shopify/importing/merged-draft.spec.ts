import { orderInput } from '../../../../order-fields/order-input.schema.js';
import { toContentRow } from '../../../orders/order-row.js';
import { mergedDraft } from './merged-draft.js';

const newYork = {
  addressLineOne: '735 E 14th St',
  addressLineTwo: 'Apt 6',
  city: 'New York',
  state: 'NY',
  zip: '10003',
  latitude: 40.73,
  longitude: -73.98,
};
const boston = {
  addressLineOne: '500 Boylston St',
  city: 'Boston',
  state: 'MA',
  zip: '02116',
  latitude: 42.35,
  longitude: -71.07,
};
const row = (address: object, rest: object = {}) =>
  toContentRow(orderInput.parse({ externalId: '#1005', address, notes: 'Ring twice', ...rest }));
const said = row(newYork);

describe('a draft whose store changed its order', () => {
  it('is as the store says now where nobody changed it here', () => {
    const says = row(boston, { notes: 'Leave it at the door', products: ['1 × Atlas'] });
    expect(mergedDraft(said, said, says)).toEqual(says);
  });

  it('keeps its whole address where a part of it was changed here', () => {
    const stored = { ...said, addressLineOne: '1 My Corrected St' };
    const says = row(boston, { notes: 'Leave it at the door' });
    expect(mergedDraft(stored, said, says)).toEqual({ ...stored, notes: 'Leave it at the door' });
  });

  it('keeps its notes where they were changed here, and takes the new address', () => {
    const stored = { ...said, notes: 'Mind the dog' };
    expect(mergedDraft(stored, said, row(boston))).toEqual(row(boston, { notes: 'Mind the dog' }));
  });

  it('keeps its Id, and all of what the store said once is not kept', () => {
    const stored = { ...said, externalId: '#1005 (book-nook)' };
    expect(mergedDraft(stored, said, row(boston)).externalId).toBe('#1005 (book-nook)');
    expect(mergedDraft(said, {}, row(boston))).toEqual(said);
  });
});
