/** A store as whoever asks it needs it. */
export interface StoreAccess {
  shop: string;
  sealed: string | null;
  isLost: boolean;
  /** Whether somebody renews its tokens right now. */
  isRenewed: boolean;
}

/** Values: the store. None of an archived client’s. */
export const storeAccess = `
  select s.shop, s.sealed_tokens as sealed, s.access_lost_at is not null as "isLost",
         coalesce(s.refreshing_until > now(), false) as "isRenewed"
    from shopify_stores s join clients c on c.id = s.client_id
   where s.id = $1 and s.disconnected_at is null and c.status <> 'archived'`;

/** Values: the store, the tokens to be renewed, the seconds of the lease. Of several callers one gets a row. */
export const leaseTokens = `
  update shopify_stores set refreshing_until = now() + make_interval(secs => $3)
   where id = $1 and sealed_tokens = $2 and disconnected_at is null and access_lost_at is null
     and (refreshing_until is null or refreshing_until <= now())
  returning id`;

/** Values: the store, the tokens before, those after, and the scopes or null. The pair and its ends, in one write. */
export const replaceTokens = `
  update shopify_stores
     set sealed_tokens = $3, scopes = coalesce($4::text[], scopes), refreshing_until = null, updated_at = now()
   where id = $1 and sealed_tokens = $2
  returning id`;

/** Values: the store, and the tokens that were to be renewed. */
export const endLease = `
  update shopify_stores set refreshing_until = null where id = $1 and sealed_tokens = $2`;

/** Values: the store, and the tokens that it refuses. Says so once. */
export const loseAccess = `
  update shopify_stores
     set access_lost_at = now(), refreshing_until = null, updated_at = now(), version = version + 1
   where id = $1 and sealed_tokens = $2 and access_lost_at is null and disconnected_at is null
  returning organization_id as "organizationId", client_id as "clientId", shop`;
