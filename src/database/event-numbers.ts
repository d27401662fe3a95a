import { openClient } from './connections/connections.js';
import { audienceRoles } from './tenancy/tenancy.js';

/** The newest by their ids, which grow with time: the largest numbers are among them. */
const isForeignSql = `
  select exists (
    select from (select transaction_id from events order by id desc limit 10000) newest
     where transaction_id >= pg_snapshot_xmax(pg_current_snapshot())
    union all select from webhook_endpoints where read_transaction_id >= pg_snapshot_xmax(pg_current_snapshot()))
    as "isForeign"`;

/** Webhook endpoints go on after as many events as they have got; what they get twice is not sent twice. */
const moveEndpointsSql = `
  update webhook_endpoints p set read_transaction_id = '3', read_seq = (
    select count(*) from events e
     where (e.transaction_id, e.seq) <= (p.read_transaction_id, p.read_seq))`;

/**
 * All become older than any transaction to come, in the order in which they were read. Those of one order also stay in
 * the order of its timeline, which is that of `seq`.
 */
const renumberSql = `
  update events e set transaction_id = '3', seq = numbered.n
    from (select id, row_number() over (order by place, seq) as n
            from (select id, seq, case when order_id is null then transaction_id
                    else max(transaction_id) over (partition by order_id order by seq) end as place
                    from events) placed) numbered
   where numbered.id = e.id`;

/**
 * Numbers the events anew where their transactions are another server's, as after a dump was restored: readers would
 * wait for these for a very long time.
 */
export async function renumberForeignEvents(url: string): Promise<void> {
  const client = openClient(url, 'migrations');
  await client.connect();
  try {
    await client.query(`begin; set local role ${audienceRoles.system}`);
    const { rows } = await client.query<{ isForeign: boolean }>(isForeignSql);
    if (rows[0]!.isForeign) {
      await client.query('lock table events in share row exclusive mode');
      await client.query(moveEndpointsSql);
      await client.query(renumberSql);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}
