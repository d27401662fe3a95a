import connectionsDropped from './connections-dropped.mjs';
import databaseReadOnly from './database-read-only.mjs';
import diskFull from './disk-full.mjs';
import embeddedKilled from './embedded-killed.mjs';
import filesFull from './files-full.mjs';
import fleetDemo from './fleet-demo.mjs';
import fleetPostgres from './fleet-postgres.mjs';
import fleetProcesses from './fleet-processes.mjs';
import fleetRedis from './fleet-redis.mjs';
import keysInFlight from './keys-in-flight.mjs';
import postgresFrozen from './postgres-frozen.mjs';
import postgresRestarted from './postgres-restarted.mjs';
import redisAway from './redis-away.mjs';
import sigterm from './sigterm.mjs';

export const scenarios = [
  connectionsDropped,
  embeddedKilled,
  postgresRestarted,
  postgresFrozen,
  sigterm,
  diskFull,
  filesFull,
  databaseReadOnly,
  redisAway,
  keysInFlight,
  ...fleetRedis,
  ...fleetProcesses,
  ...fleetPostgres,
  ...fleetDemo,
];
