import pg from 'pg';

/** Extra options of the pools that reads need. */
export const readsPool: pg.PoolConfig = { pipeline: true, types: plainTypes() };

/** Dates, times and intervals stay text, as on the entity manager's connections. */
function plainTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  for (const oid of [1082, 1114, 1184, 1186]) types.setTypeParser(oid, (value: string) => value);
  return types;
}
