/** Server settings of the embedded PostgreSQL, in PostgreSQL's own units. */
export type PostgresSettings = Readonly<Record<string, string>>;

/** Fits a small server beside Node. Nothing here may weaken what a commit promises. */
export const POSTGRES_SETTINGS: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',

  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',

  shared_buffers: '256MB',
  // Few checkpoints during an import: each one makes every page be logged in full again.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'pglz',
  jit: 'off',

  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',

  // ERROR ranks below LOG here: a failed statement and the row in it never reach the file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};
