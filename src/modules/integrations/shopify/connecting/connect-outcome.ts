/** How the grant of a store can end, in words for whoever began it. */
export const connectOutcomes = {
  connected: 'The store is connected.',
  denied: 'The store did not grant the access that was asked for. Begin again, and choose “Install”.',
  expired: 'This took longer than 15 minutes. Begin again.',
  shop_mismatch:
    'Another store answered than the one that was asked. Begin again, signed in to the right store.',
  not_allowed: 'Only an owner or admin of an active client may connect a store. Ask one of them to.',
  store_taken:
    'The store is connected to another client already. Have it disconnected there first, then begin again.',
  shopify_unavailable: 'Shopify did not answer. Begin again in a few minutes.',
  code_refused: 'Shopify did not take the code of this link. Begin again.',
} as const;

export type ConnectOutcome = keyof typeof connectOutcomes;
