import { Logger } from '@nestjs/common';
import type pg from 'pg';
import { showReplicaLag } from '../../metrics/measures.js';
import { openPool } from '../connections/connections.js';
import type { SystemSql } from '../tenancy/system-sql.js';
import { Freshness } from './freshness.js';
import type { WalPlace } from './wal-place.js';

const lookMilliseconds = 1_000;

/** Which cluster and which database it is, the same on all of its replicas. */
const identity = `(select system_identifier::text from pg_control_system()) ||
  (select ' ' || oid from pg_database where datname = current_database())`;
const primarySql = `select pg_current_wal_lsn()::text as place, ${identity} as identity`;
const replicaSql = `select pg_last_wal_replay_lsn()::text as place, ${identity} as identity, pg_is_in_recovery() as "isReplica"`;

interface Look {
  place: WalPlace;
  identity: string;
}

/** Looks every second whether the replica may be read from, says when that changes, and measures how far it is behind. */
export class ReplicaWatch {
  private readonly logger = new Logger('Replica');
  private readonly freshness = new Freshness();
  private readonly pool: pg.Pool;
  private readonly stopShowing = showReplicaLag(() => this.freshness.age / 1_000);
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;
  /** Undefined until the first look. */
  private isWell?: boolean;

  /**
   * @param lost called when it does not answer
   * @param mostMilliseconds how far it may be behind
   */
  constructor(
    url: string,
    private readonly primary: SystemSql,
    private readonly mostMilliseconds: number,
    private readonly lost: () => void,
  ) {
    this.pool = openPool(url, 'health', 1, { idleTimeoutMillis: 0 });
  }

  get isUsable(): boolean {
    return this.isWell === true && this.freshness.age <= this.mostMilliseconds;
  }

  start(): void {
    this.look();
    this.timer = setInterval(() => this.look(), lookMilliseconds).unref();
  }

  /** Nothing is read from it until the next look finds it well. */
  failed(error: Error): void {
    this.note(`failed: ${error.message}`);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopShowing();
    await this.looking;
    await this.pool.end();
  }

  private look(): void {
    this.looking ??= this.lookOnce().finally(() => (this.looking = undefined));
  }

  private async lookOnce(): Promise<void> {
    const [written] = await this.primary.query<Look>('replica_primary', primarySql).catch(() => []);
    if (!written) return;
    this.freshness.written(written.place);
    try {
      const { rows } = await this.pool.query<Look & { isReplica: boolean }>(replicaSql);
      this.note(this.troubleWith(rows[0]!, written));
    } catch (error) {
      this.note(`cannot be asked: ${(error as Error).message}`);
      this.lost();
    }
  }

  private troubleWith(replica: Look & { isReplica: boolean }, primary: Look): string | undefined {
    if (replica.identity !== primary.identity) return 'is of another database';
    if (!replica.isReplica) return 'is no replica';
    this.freshness.read(replica.place);
    const isLate = this.freshness.age > this.mostMilliseconds;
    return isLate ? `is more than ${this.mostMilliseconds / 1_000} seconds behind` : undefined;
  }

  /** Says once what has changed. */
  private note(trouble: string | undefined): void {
    const wasWell = this.isWell;
    this.isWell = trouble === undefined;
    if (this.isWell === wasWell) return;
    if (this.isWell) this.logger.log('Reads that may lag go to the replica');
    else
      this.logger.warn(
        `Reads that may lag go to the primary, for the server of DATABASE_REPLICA_URL ${trouble}`,
      );
  }
}
