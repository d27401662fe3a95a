import { Inject, Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { keyedHash } from '../identity/secrets.js';

/** Failures allowed before further attempts must wait. */
const allowances = {
  /** One account from one address: somebody guessing, or forgetful. */
  pair: 10,
  /** The same after an earlier sign-in there: others behind a shared address must not lock the owner out. */
  knownPair: 30,
  /** One account from all addresses: a distributed guess. Does not apply to its known addresses. */
  account: 100,
  /** One address, all accounts: one machine trying many. */
  address: 200,
};
const firstWaitSeconds = 4;
const longestWaitSeconds = 60;
const forgetMinutes = 15;
const knownDays = 60;

/**
 * Counts unless a wait is running; each failure past the allowance doubles the wait for the next attempt. "No
 * wait" is the epoch, since now() of one attempt can be in the future of a concurrent one.
 */
const countSql = `
  with known as (select exists (select from sign_in_counters where key = $4 and expires_at > now()) as here),
  asked as (
    select v.key, v.allowance
      from known, lateral (values ($1::bytea, case when known.here then ${allowances.knownPair} else ${allowances.pair} end),
                          ($2, ${allowances.account}), ($3, ${allowances.address})) v (key, allowance)
     where v.key = $1 or not known.here),
  counted as (
    insert into sign_in_counters as c (key, failures, allowance, next_attempt_at, expires_at)
    select key, 1, allowance, 'epoch', now() + interval '${forgetMinutes} minutes' from asked order by key
    on conflict (key) do update set
      failures = case when c.expires_at <= now() then 1 else c.failures + 1 end,
      allowance = excluded.allowance,
      next_attempt_at = case
        when c.expires_at <= now() or c.failures + 1 < excluded.allowance then 'epoch'
        else now() + make_interval(secs =>
          least(${firstWaitSeconds} * 2 ^ least(c.failures + 1 - excluded.allowance, 10), ${longestWaitSeconds})) end,
      expires_at = excluded.expires_at
    where c.next_attempt_at <= now() or c.expires_at <= now()
    returning key)
  select (select count(*) from asked) = (select count(*) from counted) as allowed,
         (select array_agg(key) from asked) as keys,
         (select ceil(extract(epoch from max(c.next_attempt_at) - now()))::int
            from sign_in_counters c join asked using (key)) as seconds`;

/**
 * Reverts only what this attempt added: signing in does not excuse failures at other accounts, nor, for somebody who
 * claimed its e-mail, at the account of the e-mail's owner. Rows are locked in the same order as above.
 */
const forgiveSql = `
  with locked as (select key from sign_in_counters where key = any($1::bytea[]) order by key for update)
  update sign_in_counters c
     set failures = greatest(c.failures - 1, 0),
         next_attempt_at = case when c.failures <= c.allowance then 'epoch' else c.next_attempt_at end
    from locked where c.key = locked.key`;

const trustSql = `
  insert into sign_in_counters (key, failures, allowance, next_attempt_at, expires_at)
  values ($1, 0, 0, now(), now() + interval '${knownDays} days')
  on conflict (key) do update set expires_at = excluded.expires_at`;

/**
 * Slows down password guessing, across all API processes. Guessers elsewhere cannot lock out an account's
 * owner: addresses with an earlier sign-in are limited only by their own failures.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly sql: SystemSql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Runs one attempt at an account's password and counts it as failed when it throws. The account need not exist,
   * so the answer does not tell whether it does. One that succeeds without proving whose account it is, by
   * `isProof`, counts as a guess whose result is not revealed.
   * @throws Problem `rate_limited`, without running the attempt
   */
  async attempt<T>(
    account: string,
    address: string,
    work: () => Promise<T>,
    isProof: (result: T) => boolean = () => true,
  ): Promise<T> {
    const { keys, here } = await this.count(account, address);
    const result = await work();
    if (isProof(result)) {
      await this.forgive(keys);
      await this.trust(account, address);
    } else await this.forgive(keys.filter((key) => key.equals(here)));
    return result;
  }

  /**
   * Counts a guess whose result is not revealed: permanently, whether right or wrong.
   * @throws Problem `rate_limited`
   */
  async guess(account: string, address: string): Promise<void> {
    const { keys, here } = await this.count(account, address);
    await this.forgive(keys.filter((key) => key.equals(here)));
  }

  private async forgive(keys: Buffer[]): Promise<void> {
    await this.sql.query('sign_in_forgive', forgiveSql, [keys]);
  }

  /** Counts before the password is compared, so that parallel requests get no extra guesses. */
  private async count(account: string, address: string) {
    const pair = this.key('pair', account, address);
    const [everywhere, here] = [this.key('account', account), this.key('address', address)];
    const known = this.key('known', account, address);
    const [count] = await this.sql.query<{ allowed: boolean; keys: Buffer[]; seconds: number | null }>(
      'sign_in_count',
      countSql,
      [pair, everywhere, here, known],
    );
    if (count?.allowed) return { keys: count.keys, here };
    const seconds = Math.max(1, count?.seconds ?? 1);
    throw problem(
      'rate_limited',
      `Too many failed attempts. Wait ${seconds} seconds and try again, or reset the password.`,
      undefined,
      { 'retry-after': String(seconds) },
    );
  }

  /**
   * Trusts the address of somebody who has proved without a password that the account is theirs, and deletes the
   * failures counted there before.
   */
  async welcome(account: string, address: string): Promise<void> {
    await this.sql.query('sign_in_forget', 'delete from sign_in_counters where key = $1', [
      this.key('pair', account, address),
    ]);
    await this.trust(account, address);
  }

  /** Marks the address as the owner's: guessers elsewhere do not slow it down. */
  private async trust(account: string, address: string): Promise<void> {
    await this.sql.query('sign_in_trust', trustSql, [this.key('known', account, address)]);
  }

  private key(...parts: string[]): Buffer {
    return keyedHash(this.config.JWT_SECRET, 'sign-in', ...parts);
  }
}
