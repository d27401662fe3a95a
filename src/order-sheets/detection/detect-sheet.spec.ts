import { askOf, fieldsOf } from '../../../test/support/sheets.js';
import { profileOf } from '../profiles/find-profile.js';
import { type SheetMapping } from '../sheet-columns.js';
import { detectSheet } from './detect-sheet.js';

describe('what is said of a header', () => {
  it('wins: the mapping, what was taught, the profile, the header', () => {
    const headers = profileOf('onfleet-tasks')!.signature;
    const [first, second, third] = headers as [string, string, string];
    const found = detectSheet(
      askOf([[...headers, 'Foo']], {
        mapping: { [first.toUpperCase()]: { field: 'size' }, Foo: null },
        taught: { [first]: { field: 'notes' }, [second]: { field: 'products' } },
      }),
    );
    expect(found?.profile?.name).toBe('onfleet-tasks');
    expect(found?.columns.slice(0, 3).map(({ target, basis }) => [target, basis])).toEqual([
      [{ field: 'size' }, 'mapping'],
      [{ field: 'products' }, 'taught'],
      [profileOf('onfleet-tasks')?.columns[third], 'profile'],
    ]);
    expect(found?.columns.at(-1)).toMatchObject({ target: null, basis: 'mapping', lost: false });
  });

  it('is that no profile, or another one, is meant', () => {
    const rows = [[...profileOf('onfleet-tasks')!.signature]];
    expect(detectSheet(askOf(rows, { profile: 'none' }))?.profile).toBeNull();
    expect(detectSheet(askOf(rows, { profile: 'shopify-orders' }))?.profile?.name).toBe('shopify-orders');
  });

  it('is told when the sheet has no such header', () => {
    const found = detectSheet(askOf([['Zip']], { mapping: { Gate: { field: 'notes' }, ZIP: null } }));
    expect(found?.missing).toEqual(['Gate']);
  });

  it('also of headers that are names of object properties, and not of empty ones', () => {
    const mapping = JSON.parse(
      '{"__proto__": {"field":"notes"}, "": {"field":"externalId"}}',
    ) as SheetMapping;
    const found = detectSheet(askOf([['__proto__', 'constructor', '', 'toString', 'City']], { mapping }));
    expect(found && fieldsOf(found.columns)).toEqual(['notes', null, null, null, 'address.city']);
    expect(Object.prototype).not.toHaveProperty('notes');
  });
});

describe('the score of a sheet', () => {
  const scoreOf = (...rows: string[][]) => detectSheet(askOf(rows))?.score ?? 0;

  it('is highest for orders', () => {
    const orders = scoreOf(['Address', 'City', 'Zip', 'Name'], ['1 Main St', 'Boston', '02115', 'Ada']);
    const towns = scoreOf(['City', 'Zip', 'State', 'Country', 'Id'], ['Boston', '02115', 'MA', 'US', '1']);
    const help = scoreOf(['Read me'], ['Put one order into each row.'], ['Address is where it goes.']);
    const empty = scoreOf(['Address', 'City', 'Zip', 'Name', 'Id']);
    expect([help, towns, empty, orders].toSorted((left, right) => left - right)).toEqual([
      help,
      towns,
      empty,
      orders,
    ]);
    expect(help).toBe(0);
  });
});
