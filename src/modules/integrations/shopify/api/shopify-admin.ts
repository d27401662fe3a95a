import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { meaningOf, Throttled, TokenRefused } from './admin-errors.js';
import { CostBucket, costOfAnswer, type CostOfAnswer } from './cost-bucket.js';
import { ShopifyAccessLost, ShopifyUnavailable } from './shopify-errors.js';
import { ShopifyLibrary } from './shopify-library.js';
import { ShopifyTokens } from './shopify-tokens.js';

interface QueryOptions {
  signal?: AbortSignal;
  /** For how many seconds in all it may wait for room in the store’s bucket. */
  patienceSeconds?: number;
}

/** What a document is taken to cost before its first answer says it. */
const firstCost = 50;
const usualPatience = 60;
/** Calls of one query that failed without its fault. */
const mostAttempts = 3;
/** A query is not kept waiting for longer before its next attempt. */
const longestPause = 10;

/** Costs and buckets are few: one for each document and store in use. */
const mostKept = 5_000;

/** Asks stores by their Admin API. Never call it within a database transaction. */
@Injectable()
export class ShopifyAdmin {
  private readonly buckets = new Map<string, CostBucket>();
  private readonly costs = new Map<string, number>();

  constructor(
    private readonly library: ShopifyLibrary,
    private readonly tokens: ShopifyTokens,
  ) {}

  /**
   * Runs a GraphQL document in the store. Waits for room in the store’s bucket, and renews tokens as needed. A query is
   * tried again where Shopify fails; a mutation only where it is sure that it was not carried out.
   * @throws ShopifyUnavailable, ShopifyAccessLost, ShopifyRefused
   */
  async query<T>(
    storeId: string,
    document: string,
    variables: Record<string, unknown> = {},
    { signal, patienceSeconds = usualPatience }: QueryOptions = {},
  ): Promise<T> {
    const repeats = !/^[ \t]*mutation\b/m.test(document);
    const patience = new Patience(patienceSeconds, signal);
    let refused: string | undefined;
    for (let failures = 0; ;) {
      const access = await this.tokens.access(storeId, refused);
      try {
        return (await this.ask(storeId, access, document, variables, patience)) as T;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof Throttled) continue;
        if (error instanceof TokenRefused) {
          if (refused !== undefined) {
            await this.tokens.refused(storeId, access.accessToken);
            throw new ShopifyAccessLost();
          }
          refused = access.accessToken;
          continue;
        }
        failures += 1;
        if (!(error instanceof ShopifyUnavailable) || !repeats || failures === mostAttempts) throw error;
        if (error.retryAfterSeconds > longestPause) throw error;
        await patience.wait(error.retryAfterSeconds * 1_000, error);
      }
    }
  }

  /** One call, once there is room for it. */
  private async ask(
    storeId: string,
    access: { shop: string; accessToken: string },
    document: string,
    variables: Record<string, unknown>,
    patience: Patience,
  ): Promise<unknown> {
    const bucket = this.bucketOf(storeId);
    const cost = this.costs.get(document) ?? firstCost;
    let answered: CostOfAnswer | undefined;
    try {
      await patience.wait(bucket.take(cost));
      const { data, extensions } = await this.library.graphql(access, document, variables, patience.signal);
      answered = costOfAnswer.safeParse(extensions).data?.cost;
      return data;
    } catch (error) {
      if (error instanceof ShopifyUnavailable) throw error;
      const meaning = meaningOf(error);
      if (meaning instanceof Throttled) answered = meaning.cost;
      throw meaning;
    } finally {
      bucket.ended(cost, answered);
      if (answered) keep(this.costs, document, answered.requestedQueryCost);
    }
  }

  private bucketOf(storeId: string): CostBucket {
    const bucket = this.buckets.get(storeId) ?? new CostBucket();
    keep(this.buckets, storeId, bucket);
    return bucket;
  }
}

/** How long a caller still waits. */
class Patience {
  private left: number;

  constructor(
    seconds: number,
    readonly signal: AbortSignal | undefined,
  ) {
    this.left = seconds * 1_000;
  }

  /** @throws ShopifyUnavailable, or `why` where there is one, when it would take too long */
  async wait(milliseconds: number, why?: ShopifyUnavailable): Promise<void> {
    if (milliseconds <= 0) return;
    this.left -= milliseconds;
    if (this.left < 0)
      throw why ?? new ShopifyUnavailable('The store’s bucket is empty', Math.ceil(milliseconds / 1_000));
    await delay(milliseconds, undefined, { signal: this.signal });
  }
}

/** The oldest give way. */
function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > mostKept) map.delete(map.keys().next().value!);
}
