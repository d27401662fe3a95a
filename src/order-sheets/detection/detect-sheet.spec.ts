import { askOf, fieldsOf } from '../../../test/support/sheets.js';
import type { ColumnTarget, SheetMapping } from '../sheet-columns.js';
import { detectSheet } from './detect-sheet.js';

describe('what is said of a header', () => {
  it('wins: the mapping, what was taught, the profile, the header', () => {
    const found = detectSheet(
      askOf([['Foo', 'Bar', 'Zip', 'City', 'Notes', 'Name']], {
        mapping: { foo: { field: 'address.zip' }, NOTES: null },
        taught: { Foo: { field: 'notes' }, Bar: { field: 'address.city' } },
        profile: { columns: { bar: null, zip: { field: 'size' }, Nowhere: { field: 'products' } } },
      }),
    );
    expect(found?.columns.map(({ target, basis }) => [target, basis])).toEqual([
      [{ field: 'address.zip' }, 'mapping'],
      [{ field: 'address.city' }, 'taught'],
      [{ field: 'size' }, 'profile'],
      [null, null],
      [null, 'mapping'],
      [{ field: 'recipient.name' }, 'header'],
    ]);
    expect(found?.missing).toEqual([]);
  });

  it('is told as lost, where a client says a field of dispatchers', () => {
    const rows = [
      ['When', 'Slot', 'Zip'],
      ['09:00', '9-12h', '12207'],
    ];
    const said = { when: { field: 'timing.earliestTime' }, Slot: { split: 'time-window' } } as const;
    const use = (question: object) =>
      detectSheet(askOf(rows, question))?.columns.map(({ target, lost }) => [target, lost]);
    for (const by of [{ mapping: said }, { taught: said }, { profile: { columns: said } }]) {
      expect(use(by)).toEqual([
        [null, true],
        [null, true],
        [{ field: 'address.zip' }, false],
      ]);
      const told = use({ ...by, audience: 'dispatcher' });
      expect(told?.slice(0, 2)).toEqual([
        [said.when, false],
        [said.Slot, false],
      ]);
    }
  });

  it('goes to the first of equal headers, and to all whose cells are joined', () => {
    const header = ['Zip', 'Street', 'Street'];
    const targetsBy = (target: ColumnTarget) =>
      detectSheet(askOf([header], { mapping: { Street: target } }))?.columns.map((column) => column.target);
    const once: ColumnTarget = { field: 'address.addressLineOne' };
    const joined: ColumnTarget = { field: 'notes', join: ', ' };
    expect(targetsBy(once)).toEqual([{ field: 'address.zip' }, once, null]);
    expect(targetsBy(joined)).toEqual([{ field: 'address.zip' }, joined, joined]);
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

  it('is higher for orders than for a fuller list of customers', () => {
    const orders = scoreOf(['Order', 'Recipient', 'Street', 'City'], ['1', 'Ada', '1 Main St', 'Boston']);
    const customers = scoreOf(
      ['Customer No', 'Name', 'Address', 'City', 'Zip', 'Country', 'Phone', 'Email'],
      ['7', 'Bob', '9 Low St', 'Troy', '12180', 'US', '2125550142', 'bob@example.org'],
    );
    expect(orders).toBeGreaterThan(customers);
  });
});
