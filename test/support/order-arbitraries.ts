import fc from 'fast-check';
import { MAX_LENGTH, MAX_PRODUCTS } from '../../src/order-fields/limits.js';
import { type OrderContent } from '../../src/order-fields/order-content.js';
import { isEmail, lowerDomain } from '../../src/order-fields/parsers/email.js';
import { ALPHA_2 } from '../../src/order-fields/parsers/iso-countries.js';
import { isLongerThan, tidyLine, tidyText } from '../../src/common/schemas/tidy-text.js';

const MESSY = [...'\t\n\r\v\f\0 \u0085\u00a0\u200b\u2028\u202a\ufeff\ud800Å|;,"\'=+-@0'];

/** Any text at all: words, controls, lone surrogates, separators. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.oneof(fc.constantFrom(...MESSY), fc.string({ unit: 'binary', maxLength: 1 })) }),
  fc.string({ unit: fc.constantFrom('a', '1', '.', ':', ' ', 'é'), maxLength: 260 }),
);

const line = (max: number, tidy = tidyLine) =>
  fc.option(
    anyText.map(tidy).filter((text) => text !== '' && !isLongerThan(text, max)),
    { nil: null },
  );

const degrees = (limit: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);

const place = fc
  .record({
    addressLineOne: line(MAX_LENGTH.addressLine),
    coordinates: fc.option(fc.tuple(degrees(90), degrees(180)), { nil: null }),
  })
  .filter(({ addressLineOne, coordinates }) => addressLineOne !== null || coordinates !== null);

/** `HH:MM` pairs of which the first is not after the second, either of them null at times. */
const window = fc
  .tuple(fc.option(fc.nat(1439), { nil: null }), fc.option(fc.nat(1439), { nil: null }))
  .map(([one, two]) =>
    one !== null && two !== null && one > two ? ([two, one] as const) : ([one, two] as const),
  );

const hhmm = (minutes: number | null) =>
  minutes === null
    ? null
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const timing = fc
  .tuple(window, fc.option(fc.nat(86_400), { nil: null }))
  .map(([[earliest, latest], serviceSeconds]) =>
    earliest === null && latest === null && serviceSeconds === null
      ? null
      : { earliestTime: hhmm(earliest), latestTime: hhmm(latest), serviceSeconds },
  );

const product = line(MAX_LENGTH.product).filter((text) => text !== null);

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Orders as the row check makes them. */
export const orderContents: fc.Arbitrary<OrderContent> = fc.record({
  address: fc
    .record({
      place,
      addressName: line(MAX_LENGTH.name),
      addressLineTwo: line(MAX_LENGTH.addressLine),
      city: line(MAX_LENGTH.city),
      state: line(MAX_LENGTH.state),
      zip: line(MAX_LENGTH.zip),
      country: fc.constantFrom(null, ...ALPHA_2),
    })
    .map(({ place: { addressLineOne, coordinates }, ...rest }) => {
      const [latitude, longitude] = coordinates ?? [null, null];
      return { ...rest, addressLineOne, latitude, longitude };
    }),
  recipient: fc.record({
    name: line(MAX_LENGTH.name),
    email: fc.option(fc.emailAddress().filter(isEmail).map(lowerDomain), { nil: null }),
    phone: fc.constantFrom(
      null,
      '+12125550142',
      '+442079460018',
      '+4930901820',
      '+33142685300',
      '+819012345678',
    ),
  }),
  activity: fc.constantFrom('delivery', 'pickup'),
  size: line(MAX_LENGTH.size),
  packageCount: fc.integer({ min: 1, max: 10_000 }),
  products: fc.array(
    product.map((name) => name ?? ''),
    { maxLength: MAX_PRODUCTS, size: 'small' },
  ),
  notes: line(MAX_LENGTH.notes, tidyText),
  requestedDate: fc.option(days, { nil: null }),
  timing,
  externalId: line(MAX_LENGTH.externalId),
});
