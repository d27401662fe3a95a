import { setTimeout as delay } from 'node:timers/promises';
import { Caller } from './caller.mjs';
import { askAgain } from './work.mjs';

/** Longer than an idempotency key may be held by a request that has died. */
const settleSeconds = 90;
const importSeconds = 120;
const settlers = 8;
const pauseMilliseconds = 250;

/** Lets everything that is under way come to its end: keys get their answers, imports their rows. */
export async function settle(desk) {
  const deadline = performance.now() + settleSeconds * 1000;
  const { open } = desk.writes;
  const askers = Array.from({ length: settlers }, async () => {
    const caller = new Caller(desk.server.url, desk.tenant.client);
    while (open.length > 0 && performance.now() < deadline) {
      const request = open.shift();
      if (await askAgain(desk, caller, request)) continue;
      open.push(request);
      await delay(pauseMilliseconds);
    }
    caller.close();
  });
  await Promise.all(askers);
  for (const { work } of open.splice(0)) desk.ledger.finding('a key without an answer in the end', work);
  await importsEnd(desk);
}

export async function importsEnd({ postgres, ledger }) {
  const deadline = performance.now() + importSeconds * 1000;
  for (;;) {
    const left = await postgres.query(
      "select file_name from order_imports where status in ('queued', 'running')",
    );
    if (left.length === 0) return;
    if (performance.now() > deadline) {
      for (const { file_name: name } of left) ledger.finding('an import that does not end', name);
      return;
    }
    await delay(250);
  }
}

/** Compares what was acknowledged with what is there, in the database and by the API. */
export async function audit(desk) {
  const { tally, lose, double } = openTally(desk.ledger);
  await auditOrders(desk, lose, double);
  await auditImports(desk, lose, double);
  await auditList(desk, lose);
  return tally;
}

/** Counts what is lost and what is there twice, each a finding. */
export function openTally(ledger) {
  const tally = { lost: 0, twice: 0 };
  const lose = (what, example) => {
    tally.lost += 1;
    ledger.finding(`lost: ${what}`, example);
  };
  const double = (what, example) => {
    tally.twice += 1;
    ledger.finding(`twice: ${what}`, example);
  };
  return { tally, lose, double };
}

async function auditOrders({ postgres, writes, tenant }, lose, double) {
  const rows = await postgres.query(
    `select o.notes as tag, o.status, o.id,
            (select count(*)::int from events e where e.order_id = o.id and e.type = 'order.created') as created,
            (select count(*)::int from events e where e.order_id = o.id and e.type = 'order.submitted') as submitted
       from orders o where o.client_id = $1 and o.import_id is null`,
    [tenant.clientId],
  );
  const byTag = Map.groupBy(rows, ({ tag }) => tag);
  for (const [tag, { id, submitted }] of writes.acknowledged()) {
    const found = byTag.get(tag)?.find((row) => row.id === id);
    if (!found) lose('an acknowledged order', tag);
    else if (submitted && found.status !== 'submitted') lose('an acknowledged submit', tag);
  }
  for (const [tag, found] of byTag) if (found.length > 1) double('an order', `${tag} × ${found.length}`);
  for (const { tag, status, created, submitted } of rows) {
    const expected = status === 'submitted' ? 1 : 0;
    if (created < 1 || submitted < expected) lose('an event', tag);
    if (created > 1 || submitted > expected) double('an event', tag);
  }
}

export async function auditImports({ postgres, writes, tenant }, lose, double) {
  const rows = await postgres.query(
    `select i.id, i.file_name as name, i.status, i.rows_imported as told,
            (select count(*)::int from orders o where o.import_id = i.id) as made,
            (select count(distinct o.import_row)::int from orders o where o.import_id = i.id) as distinct_rows
       from order_imports i where i.client_id = $1`,
    [tenant.clientId],
  );
  const byName = Map.groupBy(rows, ({ name }) => name);
  for (const [name, { id, rows: wanted }] of writes.imports) {
    const found = byName.get(name) ?? [];
    if (found.length > 1) double('an import', `${name} × ${found.length}`);
    const ours = found.find((one) => one.id === id);
    if (id && !ours) lose('an acknowledged import', name);
    for (const { status, told, made, distinct_rows: distinct } of found) {
      const example = `${name}: ${status}, ${told} told, ${made} of ${wanted} made`;
      if (made > distinct || made > wanted) double('import rows', example);
      // A second import of one file finds its Ids taken; the first one's rows are what counts.
      if (found.length === 1 && (made < wanted || told !== made || status !== 'completed'))
        lose('import rows', example);
    }
  }
}

async function auditList({ server, tenant, writes }, lose) {
  const caller = new Caller(server.url, tenant.client);
  const seen = new Set();
  for (let cursor = ''; cursor !== null;) {
    const path = `/v1/orders?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body, kind, detail } = await caller.ask('GET', path);
    if (kind !== 'done') {
      lose('the list itself', detail);
      break;
    }
    for (const { id } of body.items) seen.add(id);
    cursor = body.nextCursor;
  }
  for (const [tag, { id }] of writes.acknowledged()) if (!seen.has(id)) lose('from the list', tag);
  caller.close();
}
