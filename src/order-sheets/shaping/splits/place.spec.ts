import { splitPlace } from './place.js';

/** city | state | zip | country */
function told(cell: string, country: string | null): string | null {
  const pieces = splitPlace(cell, country);
  if (!pieces) return null;
  const { 'address.city': city, 'address.state': state, 'address.zip': zip } = pieces;
  const parts = [city, state, zip, pieces['address.country']].map((part) => part ?? '');
  return parts.join('|').replace(/\|+$/, '');
}

describe('city, state and zip in one cell', () => {
  it.each([
    // Of a known country.
    ['New York, NY 10018', 'US', 'New York|NY|10018'],
    ['New York NY 10018-1234', 'US', 'New York|NY|10018-1234'],
    ['New York, NY, 10018', 'US', 'New York|NY|10018'],
    ['Portland, Oregon 97201', 'US', 'Portland|Oregon|97201'],
    ['Brooklyn, New York, NY 11201', 'US', 'Brooklyn, New York|NY|11201'],
    ['New York 10018', 'US', 'New York||10018'],
    ['Boston, MA 2115', 'US', 'Boston|MA|2115'],
    ['Washington, D.C. 20001', 'US', 'Washington|D.C.|20001'],
    ['NY 10018', 'US', '|NY|10018'],
    ['APO AE 09354', 'US', 'APO|AE|09354'],
    ['Hagåtña, GU 96910', 'US', 'Hagåtña|GU|96910'],
    ['10018', 'US', '||10018'],
    ['Wilmington, DE', 'US', 'Wilmington|DE'],
    ['Atlanta, Georgia', 'US', 'Atlanta|Georgia'],
    ['Atlanta, GA 30301, United States', 'US', 'Atlanta|GA|30301|United States'],
    ['Atlanta, GA 30301 USA', null, 'Atlanta|GA|30301|USA'],
    ['Toronto, ON M5V 2T6', 'CA', 'Toronto|ON|M5V 2T6'],
    ['Montréal QC H2X1Y4', 'CA', 'Montréal|QC|H2X1Y4'],
    ['London SW1A 1AA', 'GB', 'London||SW1A 1AA'],
    ['london sw1a1aa', 'GB', 'london||sw1a1aa'],
    ['Leeds, West Yorkshire LS1 4AP', 'GB', 'Leeds|West Yorkshire|LS1 4AP'],
    ['Leeds, W Yorks, LS1 4AP', 'GB', 'Leeds|W Yorks|LS1 4AP'],
    ['Leeds, West Yorkshire, LS1 4AP', 'GB', 'Leeds|West Yorkshire|LS1 4AP'],
    ['Headingley, Leeds LS6 3AA', 'GB', 'Headingley, Leeds||LS6 3AA'],
    ['London SW1A 1AA UK', 'GB', 'London||SW1A 1AA|UK'],
    ['10115 Berlin', 'DE', 'Berlin||10115'],
    ['D-10115 Berlin', 'DE', 'Berlin||10115|DE'],
    ['Berlin 10115', 'DE', 'Berlin||10115'],
    ['60311 Frankfurt am Main', 'DE', 'Frankfurt am Main||60311'],
    ['10115 Berlin, Deutschland', 'DE', 'Berlin||10115|Deutschland'],
    ['75001 Paris', 'FR', 'Paris||75001'],
    ['75341 PARIS CEDEX 07', 'FR', 'PARIS CEDEX 07||75341'],
    ['1012 AB Amsterdam', 'NL', 'Amsterdam||1012 AB'],
    ["5211 ab 's-Hertogenbosch", 'NL', "'s-Hertogenbosch||5211 ab"],
    ['20121 Milano MI', 'IT', 'Milano|MI|20121'],
    ['20121 Milano (MI)', 'IT', 'Milano|MI|20121'],
    ['28013 Madrid', 'ES', 'Madrid||28013'],
    ['28013 Madrid (Madrid)', 'ES', 'Madrid|Madrid|28013'],
    ['08001 Barcelona, Cataluña', 'ES', 'Barcelona|Cataluña|08001'],
    ['1010 Wien', 'AT', 'Wien||1010'],
    ['L-1234 Luxembourg', 'LU', 'Luxembourg||1234|LU'],
    ['111 22 Stockholm', 'SE', 'Stockholm||111 22'],
    ['1000-001 Lisboa', 'PT', 'Lisboa||1000-001'],
    ['00-001 Warszawa', 'PL', 'Warszawa||00-001'],
    ['Sydney NSW 2000', 'AU', 'Sydney|NSW|2000'],
    ['Dublin 2, D02 AF30', 'IE', 'Dublin 2||D02 AF30'],
    ['Galway, Co. Galway H91 E2K8', 'IE', 'Galway|Co. Galway|H91 E2K8'],
    // By their shape, also where the default is another country.
    ['New York, NY 10018', null, 'New York|NY|10018'],
    ['Toronto, ON M5V 2T6', null, 'Toronto|ON|M5V 2T6'],
    ['London SW1A 1AA', 'US', 'London||SW1A 1AA'],
    ['Leeds, West Yorkshire LS1 4AP', null, 'Leeds|West Yorkshire|LS1 4AP'],
    ['10115 Berlin', null, 'Berlin||10115'],
    ['10115 Berlin', 'US', 'Berlin||10115'],
    ['D-10115 Berlin', null, 'Berlin||10115|DE'],
    ['1012 AB Amsterdam', null, 'Amsterdam||1012 AB'],
    ['20121 Milano (MI)', null, 'Milano|MI|20121'],
    ['Sydney NSW 2000', null, 'Sydney|NSW|2000'],
    // Without a zip.
    ['Springfield', null, 'Springfield'],
    ['New York, NY', null, 'New York|NY'],
    ['Paris, France', null, 'Paris|||France'],
    ['Leeds\nWest Yorkshire', 'GB', 'Leeds|West Yorkshire'],
  ])('%j in %s → %s', (cell, country, pieces) => {
    expect(told(cell, country)).toBe(pieces);
  });

  it.each([
    ['Springfield, Somewhere', null],
    ['10115 Berlin, Mitte', 'DE'],
    ['Brooklyn, Kings County 11201', 'US'],
    ['12 High St London SW1A 1AA', 'GB'],
    ['Hauptstr. 5 10115 Berlin', 'DE'],
    ['Sector 7', null],
    ['X-10115 Berlin', 'DE'],
    ['-', null],
  ])('%j in %s is not split', (cell, country) => {
    expect(told(cell, country)).toBeNull();
  });
});
