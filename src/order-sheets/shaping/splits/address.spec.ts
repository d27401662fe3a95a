import { splitAddress } from './address.js';

/** name | line one | line two | city | state | zip | country */
function told(cell: string, country: string | null): string | null {
  const pieces = splitAddress(cell, country);
  if (!pieces) return null;
  const fields = [
    'addressName',
    'addressLineOne',
    'addressLineTwo',
    'city',
    'state',
    'zip',
    'country',
  ] as const;
  return fields.map((field) => pieces[`address.${field}`] ?? '').join('|');
}

describe('an address in one cell', () => {
  it.each([
    ['350 5th Ave, New York, NY 10118', 'US', '|350 5th Ave||New York|NY|10118|'],
    ['350 5th Ave, Floor 2, New York NY 10118', 'US', '|350 5th Ave|Floor 2|New York|NY|10118|'],
    ['350 5th Ave, New York, NY, 10118, USA', null, '|350 5th Ave||New York|NY|10118|USA'],
    ['Suite 5, 350 5th Ave, New York, NY 10118', 'US', 'Suite 5|350 5th Ave||New York|NY|10118|'],
    [
      'Empire State Building\n350 5th Ave\nNew York, NY 10118',
      'US',
      'Empire State Building|350 5th Ave||New York|NY|10118|',
    ],
    ['1201 Elm St,Dallas,Texas,75270', 'US', '|1201 Elm St||Dallas|Texas|75270|'],
    ['12 Pine St,Albany,New York,12207', 'US', '|12 Pine St||Albany|New York|12207|'],
    ['5 W 20th St,New York,New York,10011', 'US', '|5 W 20th St||New York|New York|10011|'],
    ['350 5th Ave, Floor 2, New York, 10118', 'US', '|350 5th Ave|Floor 2|New York||10118|'],
    ['12 Elm St, Springfield, IL', 'US', '|12 Elm St||Springfield|IL||'],
    ['10 Downing Street, London SW1A 2AA', 'GB', '|10 Downing Street||London||SW1A 2AA|'],
    ['10 Downing Street, London, SW1A 2AA, UK', null, '|10 Downing Street||London||SW1A 2AA|UK'],
    ['1 Park Row, Leeds, West Yorkshire, LS1 5HN', 'GB', '|1 Park Row||Leeds|West Yorkshire|LS1 5HN|'],
    [
      'Flat 2, 14 Oak Road, Headingley, Leeds, LS6 3AA',
      'GB',
      'Flat 2|14 Oak Road|Headingley|Leeds||LS6 3AA|',
    ],
    ['Hauptstraße 5, 10115 Berlin', 'DE', '|Hauptstraße 5||Berlin||10115|'],
    ['Hauptstr. 5\n10115 Berlin\nGermany', null, '|Hauptstr. 5||Berlin||10115|Germany'],
    ['Hauptstraße 5, Hinterhaus, 10115, Berlin', 'DE', '|Hauptstraße 5|Hinterhaus|Berlin||10115|'],
    ['12, rue de Rivoli, 75001 Paris', 'FR', '|12, rue de Rivoli||Paris||75001|'],
    ['12 rue de Rivoli, 75001 Paris, France', null, '|12 rue de Rivoli||Paris||75001|France'],
    ['Via Roma, 12, 20121 Milano MI', 'IT', '|Via Roma, 12||Milano|MI|20121|'],
    ['Calle Mayor, 5, 2ºB, 28013 Madrid', 'ES', '|Calle Mayor, 5|2ºB|Madrid||28013|'],
    ['Damrak 1; 1012 LG Amsterdam; Nederland', null, '|Damrak 1||Amsterdam||1012 LG|Nederland'],
    ['100 King St W, Toronto, ON M5X 1A9', 'CA', '|100 King St W||Toronto|ON|M5X 1A9|'],
    ['12 High Street', 'GB', '|12 High Street|||||'],
    ['12345 Sunset Blvd', 'US', '|12345 Sunset Blvd|||||'],
  ])('%j in %s → %s', (cell, country, pieces) => {
    expect(told(cell, country)).toBe(pieces);
  });

  it.each([
    ['350 5th Ave New York NY 10118', 'US'],
    ['350 Fifth Ave New York, NY 10118', 'US'],
    ['Suite 5, One Main St Boston, MA 02115', 'US'],
    ['Hauptstr. 5 10115 Berlin', 'DE'],
    ['Acme GmbH, Hauptstr. 5, 10115', 'DE'],
    ['12 High St London SW1A 1AA', null],
    ['12 High Street, Leeds', 'GB'],
    ['behind the church, left door', null],
    ['1, 2, 10115 Berlin', 'DE'],
  ])('%j in %s stays whole', (cell, country) => {
    expect(told(cell, country)).toBeNull();
  });
});
