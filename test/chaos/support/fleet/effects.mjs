import { setTimeout as delay } from 'node:timers/promises';
import { auditImports, openTally, settle } from '../audit.mjs';

/** With nothing new for so long, what has not come is lost. Longer than an id that Redis lost waits for another turn. */
const patienceMilliseconds = 75_000;
/** For what may come once more. */
const quietMilliseconds = 3_000;

const submittedEvents = `
  select e.id, e.order_id as "orderId" from events e where e.type = 'order.submitted' and e.client_id = $1`;

/** Lets everything come to its end: uploads, imports, and every webhook. */
export async function settleEffects(fleet) {
  await settle(fleet);
  const { postgres, receiver, hooks, tenant } = fleet;
  const expected = (await postgres.query(submittedEvents, [tenant.clientId])).length * hooks.length;
  let [count, changed] = [-1, performance.now()];
  while (count < expected && performance.now() < changed + patienceMilliseconds) {
    const { seen } = await receiver.told();
    if (seen.length > count) [count, changed] = [seen.length, performance.now()];
    await delay(500);
  }
  await delay(quietMilliseconds);
}

/**
 * Compares what was acknowledged with what came of it: one event and one webhook at each endpoint for a submit, one
 * order for a row. A webhook that came again under its own `webhook-id` is a repeat, which receivers know.
 */
export async function auditEffects(fleet) {
  const { tally, lose, double } = openTally(fleet.ledger);
  tally.submits = await auditSubmits(fleet, lose, double);
  tally.webhooks = await auditWebhooks(fleet, lose, double);
  tally.rows = await auditRows(fleet, lose, double);
  return tally;
}

async function auditSubmits({ postgres, tenant, submits }, lose, double) {
  const events = await postgres.query(submittedEvents, [tenant.clientId]);
  const byOrder = Map.groupBy(events, ({ orderId }) => orderId);
  for (const id of submits.keys()) if (!byOrder.has(id)) lose('an acknowledged submit', id);
  for (const [id, { length }] of byOrder) if (length > 1) double('a submit', `${id} × ${length}`);
  return { expected: submits.size, seen: byOrder.size };
}

async function auditWebhooks({ postgres, tenant, receiver, hooks, ledger }, lose, double) {
  const events = await postgres.query(submittedEvents, [tenant.clientId]);
  const { forged, seen } = await receiver.told();
  if (forged > 0) ledger.finding('webhooks without a good signature', `${forged}`);
  const byEvent = Map.groupBy(seen, ({ path, event }) => `${path} ${event}`);
  for (const path of hooks)
    for (const { id } of events) if (!byEvent.has(`${path} ${id}`)) lose('a webhook', `${path} ${id}`);
  for (const [name, { length }] of byEvent) if (length > 1) double('a webhook', `${name} × ${length}`);
  return {
    expected: events.length * hooks.length,
    seen: byEvent.size,
    repeats: seen.reduce((sum, { times }) => sum + times - 1, 0),
  };
}

async function auditRows(fleet, lose, double) {
  await auditImports(fleet, lose, double);
  const files = [...fleet.writes.imports.values()].filter(({ id }) => id);
  const [{ made }] = await fleet.postgres.query(
    'select count(*)::int as made from orders where import_id = any($1)',
    [files.map(({ id }) => id)],
  );
  return { expected: files.reduce((sum, { rows }) => sum + rows, 0), seen: made };
}
