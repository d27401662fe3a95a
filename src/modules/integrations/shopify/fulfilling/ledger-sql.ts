/** Values: organization, client, order, row id, shop. */
export const beginSql = `
  insert into shopify_order_fulfillments
    (organization_id, client_id, order_id, id, shop, state, notified, created_at, updated_at)
  values ($1, $2, $3, $4, $5, 'pending', false, now(), now())
  on conflict (order_id, organization_id) do nothing`;

/** Values as {@link beginSql}: a person asks for it once more. */
export const beginAgainSql = beginSql.replace(
  'do nothing',
  `do update set state = 'pending', failure = null, reason = null, updated_at = now()`,
);

/** Values: organization and order, as in all that follows but where it says more. */
export const standingSql =
  'select state, reason from shopify_order_fulfillments where organization_id = $1 and order_id = $2 for update';

/** Values: besides, why. */
export const waitSql = `
  update shopify_order_fulfillments set reason = $3, updated_at = now()
   where organization_id = $1 and order_id = $2 and state = 'pending'`;

const into = `
  insert into shopify_fulfillments as f
    (organization_id, client_id, order_id, id, fulfillment_order_id, location, created_at, `;
const partsFrom =
  'from unnest($4::uuid[], $5::text[], $6::text[]) as part (id, fulfillment_order_id, location)';
const partColumns = '$1, $2, $3, part.id, part.fulfillment_order_id, part.location, now()';

/** Values: organization, client, order, row ids, parts, their locations, whether the customer is told. */
export const intendSql = `${into} state, notified, intended_at)
  select ${partColumns}, 'intended', $7, now() ${partsFrom}
  on conflict (order_id, fulfillment_order_id, organization_id) do update
     set state = 'intended', notified = excluded.notified, intended_at = now(), ended_at = null, told_at = null,
         reason = null, fulfillment_id = null`;

/** Values: the same to the locations, then state, reason and fulfilment. Nothing but a new intent undoes what was made. */
export const noteSql = `${into} state, notified, reason, fulfillment_id, ended_at)
  select ${partColumns}, $7::varchar, false, $8, $9, now() ${partsFrom}
  on conflict (order_id, fulfillment_order_id, organization_id) do update
     set state = excluded.state, reason = excluded.reason, fulfillment_id = excluded.fulfillment_id, ended_at = now()
   where f.state <> 'made'`;

/** Values: besides, one of its parts. */
export const endSql = `
  select 1 from shopify_fulfillments where organization_id = $1 and order_id = $2 and fulfillment_order_id = $3`;

/** Values: besides, the parts that count. */
export const countsSql = `
  select count(*) filter (where state = 'made')::int as made,
         array_agg(distinct reason) filter (where state = 'refused') as reasons
    from shopify_fulfillments
   where organization_id = $1 and order_id = $2 and fulfillment_order_id = any($3)`;

/** What was made and nobody was told of yet. */
export const tellSql = `
  update shopify_fulfillments set told_at = now()
   where organization_id = $1 and order_id = $2 and state = 'made' and told_at is null
  returning notified`;

/** Values: besides, state, failure, reason, whether the customer is told by what was made just now, whether any was. */
export const finishSql = `
  update shopify_order_fulfillments
     set state = $3, failure = $4, reason = $5, notified = notified or $6, updated_at = now(),
         fulfilled_at = case when $7 then now() else fulfilled_at end
   where organization_id = $1 and order_id = $2`;
