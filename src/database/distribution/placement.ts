/**
 * Where the tables of a distributed database lie. The rows of a table that is not named here lie with their
 * organization, on one node of several.
 */

/** On every node: small, read often and joined with everything. */
export const referenceTables: Readonly<Record<string, string>> = {
  organizations: 'all other rows are of one',
  users: 'a person may be of several organizations',
  clients: 'their code is unique among all organizations',
  depots: 'clients refer to them',
  memberships: 'a person signs in before saying for which organization',
  api_keys: 'a request brings a key before anybody knows of which organization',
  invitations: 'a guest brings a token before being of any organization',
  shopify_stores: 'a webhook says only which store; one store is of one client',
};

/** On the coordinator alone: nothing that belongs to an organization refers to them. */
export const localTables: Readonly<Record<string, string>> = {
  sessions: 'they are of people',
  refresh_tokens: 'they are of sessions',
  password_resets: 'they are of people',
  sign_in_counters: 'they count attempts by address and account',
  idempotency_keys: 'a request may be of nobody',
  jobs: 'runners choose among the work of all organizations',
  shopify_connect_states: 'a store’s answer brings a token alone',
  shopify_webhook_events: 'a webhook is nobody’s until it is read',
  mikro_orm_migrations: 'it is the schema’s own',
};
