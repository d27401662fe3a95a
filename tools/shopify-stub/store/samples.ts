import { type Address } from './order-types.ts';

const people = [
  ['Amelia', 'Okafor'],
  ['Benjamin', 'Hale'],
  ['Chloe', 'Martinez'],
  ['Daniel', 'Kim'],
  ['Elena', 'Petrova'],
  ['Farid', 'Haddad'],
  ['Grace', 'Sullivan'],
  ['Hiroshi', 'Tanaka'],
  ['Imani', 'Brooks'],
  ['Jonas', 'Weber'],
  ['Katarzyna', 'Nowak'],
  ['Liam', 'O’Connor'],
] as const;

const streets = [
  'Lexington Ave',
  'W 23rd St',
  'Broadway',
  'E 14th St',
  'Amsterdam Ave',
  'Hudson St',
] as const;
const zips = ['10016', '10011', '10012', '10003', '10025', '10014'] as const;

export const products = [
  { title: 'Ceramic mug', sku: 'MUG-01', grams: 420, price: '18.00' },
  { title: 'Linen tablecloth', sku: 'LIN-07', grams: 900, price: '64.00' },
  { title: 'Reading lamp', sku: 'LAMP-3', grams: 2300, price: '89.00' },
  { title: 'Coffee beans 1 kg', sku: 'BEAN-1K', grams: 1050, price: '27.50' },
  { title: 'Wool blanket', sku: 'WOOL-2', grams: 1500, price: '120.00' },
] as const;

/** The n-th of the given; it begins again after the last. */
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** An address in Manhattan, another for each n. */
export function sampleAddress(n: number): Address {
  const [firstName, lastName] = pick(people, n);
  return {
    firstName,
    lastName,
    company: null,
    address1: `${100 + ((n * 7) % 800)} ${pick(streets, n)}`,
    address2: n % 3 === 0 ? `Apt ${1 + (n % 40)}` : null,
    city: 'New York',
    province: 'New York',
    provinceCode: 'NY',
    zip: pick(zips, n),
    country: 'United States',
    countryCode: 'US',
    phone: `+1212555${String(100 + (n % 100)).padStart(4, '0')}`,
    latitude: 40.72 + (n % 70) / 1000,
    longitude: -74 + (n % 50) / 1000,
  };
}

export const sampleEmail = (n: number): string => {
  const [firstName, lastName] = pick(people, n);
  return `${firstName}.${lastName}${n}@example.com`.toLowerCase().replace('’', '');
};
