import { spansOrganizations } from './spans-organizations.js';

const tables = new Map([
  ['orders', 'organization_id'],
  ['clients', 'organization_id'],
  ['events', 'organization_id'],
  ['organizations', 'id'],
]);
const spanned = (sql: string) => spansOrganizations(sql, tables);

describe('a statement that spans organizations', () => {
  it.each([
    ['has no condition on them', 'select * from orders', ['orders']],
    ['knows the client alone', 'select * from orders o where o.client_id = $1', ['o']],
    ['knows one of them or anything', 'select from orders where organization_id = $1 or id = $2', ['orders']],
    ['wants any but one', 'select from orders where organization_id <> $1', ['orders']],
    ['wants several', 'select from orders where organization_id = any($1)', ['orders']],
    ['wants one that it finds out', 'select from orders where organization_id = (select 1)', ['orders']],
    ['wants one without a value', 'select from orders where organization_id = null', ['orders']],
    [
      'is held beside its joined table',
      'select from orders o join clients c on c.id = o.client_id where o.organization_id = $1',
      ['c'],
    ],
    [
      'limits what an outer join adds, not what it keeps',
      'select from orders o left join clients c on c.organization_id = o.organization_id and o.organization_id = $1',
      ['o', 'c'],
    ],
    [
      'limits neither side of a full join',
      'select from orders o full join clients c on c.organization_id = $1 and o.organization_id = $1',
      ['o', 'c'],
    ],
    [
      'is not held in a subquery',
      'select (select name from clients c where c.id = o.client_id) from orders o where o.organization_id = $1',
      ['c'],
    ],
    [
      'is held only in a subquery',
      'select from orders o where exists (select from clients c where c.organization_id = $1 and c.id = o.client_id)',
      ['o'],
    ],
    [
      'is not held in one half of a union',
      'select id from orders where organization_id = $1 union all select id from events',
      ['events'],
    ],
    [
      'reads from a query that is not held',
      'with c as (select * from clients) select from orders o join c on o.organization_id = c.organization_id',
      ['o', 'clients'],
    ],
    ['changes rows by id', 'update orders set status = $2 where id = $1', ['orders']],
    ['deletes rows by id', 'delete from orders where id = $1', ['orders']],
    [
      'writes what it read',
      'insert into events (id, organization_id) select id, organization_id from unnest($1, $2) s (id, organization_id)',
      ['events'],
    ],
    ['writes without a column for it', 'insert into events (id) values ($1)', ['events']],
    [
      'hides a read in what it writes',
      'insert into events (id, organization_id) values ((select id from orders limit 1), $1)',
      ['orders'],
    ],
    ['copies a table', 'copy orders to stdout', ['orders']],
    ['makes a table of it', 'create temp table mine as select * from orders', ['orders']],
    [
      'moves rows to another',
      'update orders set organization_id = $2 where organization_id = $1',
      ['orders'],
    ],
    [
      'moves rows that are there already',
      'insert into events (organization_id, id) values ($1, $2) on conflict (organization_id, id) do update set organization_id = $3',
      ['events'],
    ],
    [
      'writes columns that it does not name',
      'insert into events (organization_id, id) select * from staged where id = $1',
      ['events'],
    ],
    [
      'joins columns that it does not name',
      'with b as (select * from orders where organization_id = $1 union all select * from staged where id = $2) select from events e join b on e.organization_id = b.organization_id',
      ['e'],
    ],
    [
      'renames columns that it does not name',
      'with b (organization_id) as (select * from staged where id = $1) select from events e join b on e.organization_id = b.organization_id',
      ['e'],
    ],
    [
      'gives columns of a table the names of others',
      'select from orders o (organization_id) where o.organization_id = $1',
      ['o'],
    ],
    [
      'goes on to others, again and again',
      'with recursive r as (select organization_id as org from orders where organization_id = $1 union all select c.parent from r join clients c on c.organization_id = r.org) select from r',
      ['c'],
    ],
    [
      'gives a query the name of a table and reads both',
      'with orders as (select 1) select from orders, public.orders',
      ['orders'],
    ],
    ['hides what it does in a text', 'do $$ begin delete from orders; end $$', ['DoStmt']],
    ['hides what it does in a procedure', 'call clear_orders()', ['CallStmt']],
    ['is about organizations', "select name from organizations where country = 'DE'", ['organizations']],
  ])('%s', (_, sql, names) => {
    expect(spanned(sql)).toEqual(names);
  });
});

describe('a statement of one organization', () => {
  it.each([
    ['says so', 'select * from orders where organization_id = $1 and client_id = $2'],
    ['says so the other way round', "select from orders o where 'a'::uuid = o.organization_id"],
    ['says so in a row of values', 'select from orders o where (o.organization_id, o.client_id) = ($1, $2)'],
    [
      'says so once for all that it joins',
      'select from orders o, clients c, organizations g where g.id = c.organization_id and c.organization_id = o.organization_id and g.id = $1',
    ],
    [
      'joins from outside',
      'select from orders o left join clients c on c.organization_id = o.organization_id where o.organization_id = $1',
    ],
    [
      'looks through a query of its own',
      'with o as materialized (select organization_id, id from orders where organization_id = $1) select from o join events e on e.organization_id = o.organization_id and e.id = o.id',
    ],
    [
      'renames what it reads',
      'with o (org) as (select $1) select from orders, o where organization_id = o.org',
    ],
    [
      'goes through it again and again',
      'with recursive r as (select organization_id as org, id from orders where organization_id = $1 union all select r.org, c.id from r join clients c on c.organization_id = r.org) select from r',
    ],
    [
      'reads side by side',
      'select from orders o join lateral (select from events e where e.organization_id = o.organization_id limit 1) e on true where o.organization_id = $1',
    ],
    [
      'reads within',
      'select (select name from clients c where c.organization_id = o.organization_id) from orders o where o.organization_id = $1',
    ],
    [
      'changes rows',
      'update orders o set status = s.status from unnest($2, $3) s (id, status) where o.id = s.id and o.organization_id = $1',
    ],
    [
      'writes what it changed',
      'with changed as (update orders set status = $2 where organization_id = $1 returning *) insert into events (organization_id, id) select organization_id, id from changed',
    ],
    [
      'writes values',
      'insert into events (id, organization_id) values ($1, $2), ($3, $4) on conflict (organization_id, id) do update set id = excluded.id returning id',
    ],
    ['copies what it read', 'copy (select * from orders where organization_id = 1) to stdout'],
    ['touches nobody’s table', 'select * from users; create temp table o (like orders)'],
    ['is about one', 'select name from organizations where id = $1'],
  ])('%s', (_, sql) => {
    expect(spanned(sql)).toEqual([]);
  });
});
