import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { replicaReads } from '../../metrics/measures.js';
import { isSqlState } from '../../common/problems/outages.js';
import { openPool } from '../connections/connections.js';
import { flyFrom, type FlightStatement } from '../connections/flight.js';
import { streamOf } from '../connections/pipelined-client.js';
import { readsPool } from '../tenancy/reads-pool.js';
import type { SystemSql } from '../tenancy/system-sql.js';
import { ReplicaWatch } from './replica-watch.js';
import { reaches, type WalPlace } from './wal-place.js';

/** One read: what makes it somebody's, and its statement. */
export type Read = readonly [opening: FlightStatement, query: FlightStatement];

export interface PlacedRows<Row> {
  rows: Row[];
  /** What the rows show was committed before. */
  seen: WalPlace;
}

interface Placed {
  isReplica: boolean;
  place: WalPlace;
}

const placeOfPrimary: FlightStatement = {
  name: 'place_of_primary',
  text: 'select pg_current_wal_insert_lsn()::text as place',
  values: [],
};
const placeOfReplica: FlightStatement = {
  name: 'place_of_replica',
  text: `select pg_is_in_recovery() as "isReplica", pg_last_wal_replay_lsn()::text as place`,
  values: [],
};
/** The read took too long, as it would elsewhere. */
const timedOut = '57014';

/** Nobody waits longer for a connection, as the primary can be asked. */
const patience = 2_000;

/** Reads that may lag: from the replica while it is well, else from the primary. */
export class Replica implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly busy = new Set<pg.PoolClient>();
  private readonly watch: ReplicaWatch;

  /** @param most how many reads go to it at once, and how many seconds it may be behind */
  constructor(url: string, primary: SystemSql, most: { reads: number; seconds: number }) {
    this.pool = openPool(url, 'reads', most.reads, { ...readsPool, connectionTimeoutMillis: patience });
    this.pool.on('acquire', (client) => void this.busy.add(client));
    this.pool.on('release', (_error, client) => void this.busy.delete(client));
    this.watch = new ReplicaWatch(url, primary, most.seconds * 1_000, () => this.breakOff());
  }

  get isUsable(): boolean {
    return this.watch.isUsable;
  }

  onApplicationBootstrap(): void {
    this.watch.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.watch.stop(), this.pool.end()]);
  }

  /**
   * @param primary pool of connections to the primary
   * @param since what has to be seen at least
   */
  async rows<Row extends object>(
    primary: pg.Pool,
    read: Read,
    since: WalPlace | undefined,
  ): Promise<PlacedRows<Row>> {
    const found = this.isUsable ? await this.fromReplica<Row>(read, since) : undefined;
    replicaReads.inc({ from: found ? 'replica' : 'primary' });
    return found ?? this.fromPrimary(primary, read);
  }

  /** Undefined where the primary has to be asked. */
  private async fromReplica<Row extends object>(
    [opening, query]: Read,
    since: WalPlace | undefined,
  ): Promise<PlacedRows<Row> | undefined> {
    try {
      const answers = await flyFrom(this.pool, [opening, placeOfReplica, query, placeOfReplica]);
      const [, [from], rows, [to]] = answers as [object[], [Placed], Row[], [Placed]];
      if (!from.isReplica || !to.isReplica) return undefined;
      if (since !== undefined && !reaches(from.place, since)) return undefined;
      return { rows, seen: to.place };
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === timedOut) throw error;
      // A statement of its own may be refused where the replica is late; a connection is lost for the others, too.
      if (!isSqlState(code) || /^(08|57)/.test(code)) this.watch.failed(error as Error);
      return undefined;
    }
  }

  private async fromPrimary<Row extends object>(
    primary: pg.Pool,
    [opening, query]: Read,
  ): Promise<PlacedRows<Row>> {
    const answers = await flyFrom(primary, [opening, query, placeOfPrimary]);
    const [, rows, [to]] = answers as [object[], Row[], [Placed]];
    return { rows, seen: to.place };
  }

  /** Lets those that wait for a replica which does not answer go to the primary. */
  private breakOff(): void {
    for (const client of this.busy) streamOf(client).destroy();
  }
}
