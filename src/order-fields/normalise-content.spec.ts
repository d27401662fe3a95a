import { normaliseContent } from './normalise-content.js';
import { orderContent } from './order-content.schema.js';

const order = (country: string | null, phone: string | null) =>
  orderContent.parse({ address: { addressLineOne: '1 Main St', country }, recipient: { phone } });

describe('normalising an order by JSON', () => {
  it("brings the country to its code and dials the phone in it, else in the client's", () => {
    const { content, warnings } = normaliseContent(order('England', '020 7946 0018'), { countryCode: 'US' });
    expect(content).toMatchObject({ address: { country: 'GB' }, recipient: { phone: '+442079460018' } });
    expect(warnings).toEqual([]);
    const home = normaliseContent(order(null, '(212) 555-0142'), { countryCode: 'US' });
    expect(home.content).toMatchObject({ address: { country: null }, recipient: { phone: '+12125550142' } });
  });

  it('keeps what it cannot read, with a warning, and leaves its argument alone', () => {
    const given = order('Narnia', 'ask inside');
    const before = structuredClone(given);
    const { content, warnings } = normaliseContent(given, { countryCode: null });
    expect(content).toEqual(before);
    expect(warnings.map(({ field, code, value }) => [field, code, value])).toEqual([
      ['address.country', 'country_not_recognised', 'Narnia'],
      ['recipient.phone', 'phone_not_recognised', 'ask inside'],
    ]);
    normaliseContent(order('usa', '+1 212 555 0142'), { countryCode: null });
    expect(given).toEqual(before);
  });
});
