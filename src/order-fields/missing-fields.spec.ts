import { missingFields } from './missing-fields.js';
import { orderContent } from './order-content.schema.js';

describe('missing fields', () => {
  const order = orderContent.parse({ address: { addressLineOne: '1 Main St' }, products: [] });

  it('are the required ones that are empty', () => {
    expect(missingFields(order, ['address.zip', 'packageCount', 'products', 'recipient.email'])).toEqual([
      'address.zip',
      'products',
      'recipient.email',
    ]);
    expect(missingFields(order, [])).toEqual([]);
  });

  it('include the address when there is none, once', () => {
    const nowhere = { ...order, address: { ...order.address, addressLineOne: null } };
    expect(missingFields(nowhere, ['address.addressLineOne'])).toEqual(['address.addressLineOne']);
    const coordinates = { address: { latitude: 0, longitude: 0 } };
    expect(missingFields(coordinates, [])).toEqual([]);
    expect(missingFields(coordinates, ['address.addressLineOne'])).toEqual(['address.addressLineOne']);
    expect(missingFields({ address: { latitude: 0 } }, [])).toEqual(['address.addressLineOne']);
  });

  it('pass over names that are no field', () => {
    expect(missingFields(order, ['toString', 'address.street'])).toEqual([]);
  });
});
