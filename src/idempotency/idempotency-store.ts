import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { derivedSecret, keyedHash } from '../auth/identity/secrets.js';
import type { SharedWork } from '../common/http/request-context.js';
import { CONFIG, type Config } from '../config.js';
import { rowsOf } from '../database/database.js';
import { last } from '../database/connections/pipelined-client.js';
import { SystemSql } from '../database/tenancy/system-sql.js';
import { SealedBox } from './sealed-box.js';

/** Seconds after its last renewal until a request's key is free again; a running request renews it. */
export const leaseSeconds = 10;
export const maxKeyLength = 255;
const keptHours = 24;

export interface Claim {
  tenant: string;
  key: string;
  id: string;
  box: SealedBox;
  /** Hash of an upload's content, once received. */
  content?: Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export type Claimed =
  | { state: 'claimed'; claim: Claim }
  | { state: 'in_flight' }
  | { state: 'mismatch' }
  | ({ state: 'answered'; content: Buffer | null } & Answer);

interface KeptRow {
  request_hash: Buffer;
  content_hash: Buffer | null;
  status: number | null;
  headers: Record<string, string> | null;
  body: Buffer | null;
}

/** Commits without waiting for the disk: the commit of the work, which needs the claim, waits for both. */
const claimSql = `
  insert into idempotency_keys as k (tenant, key, request_hash, claim, created_at, expires_at)
  select $1, $2, $3, $4, now(), now() + interval '${leaseSeconds} seconds'
    from set_config('synchronous_commit', 'off', true)
  on conflict (tenant, key) do update set
    request_hash = excluded.request_hash, content_hash = null, claim = excluded.claim, status = null, headers = null,
    body = null, created_at = excluded.created_at, expires_at = excluded.expires_at
  where k.expires_at <= now()
  returning claim`;

const keepSql = `
  update idempotency_keys
     set status = $4, headers = $5, body = $6, content_hash = $7, expires_at = now() + interval '${keptHours} hours'
   where tenant = $1 and key = $2 and claim = $3 and status is null
  returning claim`;

/** Fails when the claim is lost, so that the work is not committed. */
const keepLastSql = `with kept as (${keepSql}) select 1 / count(*) from kept`;
const divisionByZero = '22012';

/** Records which request was first with a key, and its response. */
@Injectable()
export class IdempotencyStore {
  private readonly claims: (values: unknown[]) => Promise<unknown[]>;

  constructor(
    private readonly sql: SystemSql,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.claims = sql.together('idempotency_claim', claimSql);
  }

  /** Of concurrent requests with one key, one gets the claim; the others get its state. */
  async claim(tenant: string, sentKey: string, request: string): Promise<Claimed> {
    // Keyed, since requests may contain passwords.
    const requestHash = keyedHash(this.config.JWT_SECRET, 'idempotency-request', request);
    const key = derivedSecret(this.config.JWT_SECRET, 'idempotency-key', tenant, sentKey);
    const box = new SealedBox(this.config.JWT_SECRET, 'idempotency-answer', tenant, sentKey);
    const id = uuidv7();
    const claimed = await this.claims([tenant, key, requestHash, id]);
    if (claimed.length > 0) return { state: 'claimed', claim: { tenant, key, id, box } };
    const [kept] = await this.sql.query<KeptRow>(
      'idempotency_read',
      'select request_hash, content_hash, status, headers, body from idempotency_keys where tenant = $1 and key = $2',
      [tenant, key],
    );
    // Released between the two statements: the caller's retry will find it free.
    if (!kept) return { state: 'in_flight' };
    if (!kept.request_hash.equals(requestHash)) return { state: 'mismatch' };
    if (kept.status === null) return { state: 'in_flight' };
    const { status, headers, body, content_hash: content } = kept;
    return {
      state: 'answered',
      status,
      headers: headers ?? {},
      body: body ? box.open(body) : Buffer.alloc(0),
      content,
    };
  }

  async renew({ tenant, key, id }: Claim): Promise<void> {
    await this.sql.query(
      'idempotency_renew',
      `update idempotency_keys set expires_at = now() + interval '${leaseSeconds} seconds'
        where tenant = $1 and key = $2 and claim = $3 and status is null`,
      [tenant, key, id],
    );
  }

  /**
   * Stores the response for a day, as the last statement in the transaction of its work: the commit is sent with it.
   * Returns false when another request has the claim by now: then nothing is committed.
   */
  async keepWithWork(em: EntityManager, claim: Claim, answer: Answer): Promise<boolean> {
    return isKept(rowsOf(em, last(keepLastSql), keptValues(claim, answer)));
  }

  /** The same in a transaction that others share. @throws SharedWorkUndone */
  async keepWithShared(
    work: NonNullable<SharedWork['transaction']>,
    claim: Claim,
    answer: Answer,
  ): Promise<boolean> {
    const values = keptValues(claim, answer);
    return isKept(work.finish({ name: 'idempotency_keep_last', text: keepLastSql, values }));
  }

  /** Stores a response that has no work to commit with. */
  async keep(claim: Claim, answer: Answer): Promise<void> {
    await this.sql.query('idempotency_keep', keepSql, keptValues(claim, answer));
  }

  /** Releases the key. */
  async release({ tenant, key, id }: Claim): Promise<void> {
    await this.sql.query(
      'idempotency_release',
      'delete from idempotency_keys where tenant = $1 and key = $2 and claim = $3 and status is null',
      [tenant, key, id],
    );
  }
}

async function isKept(keeping: Promise<unknown>): Promise<boolean> {
  try {
    await keeping;
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === divisionByZero) return false;
    throw error;
  }
}

function keptValues({ tenant, key, id, box, content }: Claim, { status, headers, body }: Answer): unknown[] {
  const sealed = body.length > 0 ? box.seal(body) : null;
  return [tenant, key, id, status, JSON.stringify(headers), sealed, content ?? null];
}
