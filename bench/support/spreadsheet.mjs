/** A realistic file of orders: the template's 18 columns, 2 % bad rows. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { contentColumns, contentFields, toColumn } from '../../build/modules/orders/order-row.js';
import { CATALOGUE } from '../../build/order-fields/catalogue.js';

const header =
  'Unit/Flat/Unit Name,Address Line 1,Address Line 2,City,State,Zip,Country,Notes,Size,Recipient Name,Type of stop,Recipient Email Address,Recipient Phone Number,Id,Package Count,Products,Latitude,Longitude'.split(
    ',',
  );
/** The columns of the table of orders that hold its cells, in turn. */
export const templateColumns = header.map((name) =>
  toColumn(contentColumns.find((column) => CATALOGUE[contentFields[column]].info.header === name)),
);
const streets = ['Main St', '5th Ave', 'Broadway', 'Elm St', 'Park Ave', 'Mulberry St', 'E 23rd St'];
const cities = [
  ['New York', 'NY', '100', '212', 40.75, -73.98],
  ['Boston', 'MA', '021', '617', 42.36, -71.06],
  ['Chicago', 'IL', '606', '312', 41.88, -87.63],
  ['Austin', 'TX', '787', '512', 30.27, -97.74],
];
const first = ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Donald', 'Émile', 'Zoë'];
const last = ['Park', 'Hopper', 'Turing', "O'Neill", 'Liskov', 'Núñez', 'Müller'];
const notes = ['', '', 'Ring twice', '"Leave at the desk, please"', '"Ring twice\nthen wait"', 'Dog in yard'];
const products = ['Maps|Atlases', 'Paperbacks', '"Ledger, bound|Ink"', 'Holds|DVDs|Magazines', ''];

/** A seeded random generator. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Places of the cells in which rows of one order differ. */
const [COUNT, PRODUCTS] = [header.indexOf('Package Count'), header.indexOf('Products')];

/**
 * `without` leaves columns out, to keep a long file below the limit of uploads; `rowsPerOrder` rows share an Id; one
 * order in `badEvery` is bad; `names` are those of the columns.
 * @returns the number of bad rows, which are all rows of bad orders, and of all and bad orders
 */
export async function writeOrders(
  path,
  rows,
  { without = [], rowsPerOrder = 1, badEvery = 50, names = header } = {},
) {
  const kept = header.map((name) => !without.includes(name));
  const line = (cells) => `${cells.filter((_, column) => kept[column]).join(',')}\n`;
  const pick = random(42);
  const of = (list) => list[pick(list.length)];
  const file = createWriteStream(path);
  let bad = 0;
  let badOrders = 0;
  let cells;
  let text = line(names);
  for (let row = 0; row < rows; row += 1) {
    const i = Math.floor(row / rowsPerOrder) + 1;
    const isBad = i % badEvery === 0;
    if (isBad) bad += 1;
    if (row % rowsPerOrder > 0) {
      text += line(cells.with(COUNT, String(1 + pick(9))).with(PRODUCTS, of(products)));
      continue;
    }
    const [city, state, zip, area, latitude, longitude] = of(cities);
    const kind = isBad ? 1 + (badOrders++ % 4) : 0;
    const name = `${of(first)} ${of(last)}`;
    const isPlaced = kind === 4 || pick(3) > 0;
    cells = [
      pick(4) === 0 ? `Unit ${1 + pick(400)}` : '',
      kind === 1 ? '' : `${1 + pick(9999)} ${of(streets)}`,
      pick(5) === 0 ? `Floor ${1 + pick(40)}` : '',
      city,
      state,
      zip + String(pick(100)).padStart(2, '0'),
      pick(2) ? 'US' : 'United States',
      of(notes),
      of(['S', 'M', 'L']),
      name,
      pick(10) === 0 ? 'Pickup' : 'Delivery',
      kind === 2 ? 'not-an-email' : `r${i}@example.org`,
      `(${area}) ${200 + pick(800)}-${String(pick(10_000)).padStart(4, '0')}`,
      `BENCH-${String(i).padStart(7, '0')}`,
      kind === 3 ? 'zero' : 1 + pick(9),
      of(products),
      isPlaced && kind !== 1 ? (latitude + pick(2000) / 10_000).toFixed(4) : '',
      kind === 4 ? '' : isPlaced && kind !== 1 ? (longitude + pick(2000) / 10_000).toFixed(4) : '',
    ];
    text += line(cells);
    if (text.length > 256 * 1024) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'finish');
  return { bad, orders: Math.ceil(rows / rowsPerOrder), badOrders };
}
