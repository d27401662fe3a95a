/** Server settings of the embedded PostgreSQL, in PostgreSQL's own units. */
type PostgresSettings = Readonly<Record<string, string>>;

/** Sized for a small server shared with Node. No setting may weaken the durability of a commit. */
export const POSTGRES_SETTINGS: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',

  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',

  shared_buffers: '256MB',
  // Few checkpoints during an import: after each one, every changed page is logged in full again.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'pglz',
  jit: 'off',

  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',

  // ERROR ranks below LOG here: failed statements, and the rows in them, are not written to the log file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};
