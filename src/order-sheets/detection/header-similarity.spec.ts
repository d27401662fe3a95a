import { headerSimilarity, normalizeHeader } from './header-similarity.js';

describe('one spelling of a header', () => {
  it.each([
    ['Recipient_Phone', 'recipient phone'],
    ['recipientPhone', 'recipient phone'],
    [' RECIPIENT  PHONE: ', 'recipient phone'],
    ['Récipient-phone', 'recipient phone'],
    ['Straße', 'strasse'],
    ['Order #', 'order number'],
    ['ＺＩＰ', 'zip'],
    ['住所', '住所'],
    ['—', ''],
  ])('of %j is %j', (header, spelling) => {
    expect(normalizeHeader(header)).toBe(spelling);
  });
});

describe('the likeness of two headers', () => {
  it.each([
    ['phone', 'phone', 1],
    ['zip code', 'zipcode', 1],
    ['phone number', 'phone nubmer', 0.9],
    ['phonenumber', 'phonenumbre', 0.9],
    ['comments', 'commments', 8 / 9],
    ['notes', 'nots', 0.8],
    ['city', 'cite', 0.7],
    ['notes', 'nodas', 0.6],
    ['addresses', 'adresess', 0.8],
    ['addresss', 'adresxss', 0.7],
    ['phone number', 'phone number mobile', 0.8],
    ['city', 'customer city', 0.6],
    ['customer phone', 'recipient phone', 3 / 7],
    ['abc', 'xyz', 0],
    ['x'.repeat(61), 'x'.repeat(61), 0],
    ['x'.repeat(60), 'x'.repeat(60), 1],
  ])('%j and %j is %d, whichever comes first', (left, right, similarity) => {
    const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
    expect(rounded(headerSimilarity(left, right))).toBe(rounded(similarity));
    expect(headerSimilarity(right, left)).toBe(headerSimilarity(left, right));
  });
});
