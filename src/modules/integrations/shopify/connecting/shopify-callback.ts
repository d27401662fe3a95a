import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { runInContext, currentContext } from '../../../../common/http/request-context.js';
import { Database, isUniqueViolation } from '../../../../database/database.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { EventLog } from '../../../events/event-log.js';
import { shopDomain } from '../api/shop-domain.js';
import { ShopifyRefused, ShopifyUnavailable } from '../api/shopify-errors.js';
import { ShopifyLibrary } from '../api/shopify-library.js';
import { TokenSeals } from '../api/store-tokens.js';
import { TokenEndpoint, type Granted } from '../api/token-endpoint.js';
import { ShopifyStore } from '../shopify-store.entity.js';
import type { ConnectOutcome } from './connect-outcome.js';
import { ConnectStates, standingOf, type BegunConnection } from './connect-states.js';

/** How a visit to the callback ends. */
export type CallbackEnd =
  | { begun: BegunConnection; outcome: ConnectOutcome }
  /** Nobody can be told where they came from. */
  | 'not_signed'
  | 'unknown'
  /** Another visit is at it, or died over it. */
  | 'under_way';

/** Ends the connection of a store, when its owner’s browser comes back from Shopify. */
@Injectable()
export class ShopifyCallback {
  constructor(
    private readonly db: Database,
    private readonly states: ConnectStates,
    private readonly library: ShopifyLibrary,
    private readonly endpoint: TokenEndpoint,
    private readonly seals: TokenSeals,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
  ) {}

  /** What is not signed by Shopify, or over 90 seconds ago, changes nothing. */
  async finish(query: URLSearchParams): Promise<CallbackEnd> {
    if (!this.library.isAvailable) return 'unknown';
    const begun = await this.states.find(query.get('state') ?? '');
    if (begun && query.has('error')) return this.denied(begun);
    if (!(await this.library.isSigned(query))) return 'not_signed';
    if (!begun) return 'unknown';
    if (begun.isUsed) return begun.outcome ? { begun, outcome: begun.outcome } : 'under_way';
    if (begun.isExpired) return { begun, outcome: 'expired' };
    if (shopDomain(query.get('shop') ?? '') !== begun.shop) return { begun, outcome: 'shop_mismatch' };
    if (!(await this.states.use(begun))) return 'under_way';
    const outcome = await this.connect(begun, query.get('code') ?? '');
    if (outcome !== 'connected') await this.states.note(begun, outcome);
    return { begun, outcome };
  }

  /** Whoever knows the state may give it up. */
  private async denied(begun: BegunConnection): Promise<CallbackEnd> {
    if (!(await this.states.use(begun))) return { begun, outcome: begun.outcome ?? 'expired' };
    await this.states.note(begun, 'denied');
    return { begun, outcome: 'denied' };
  }

  /** Looks who asks before the code is used, and again when the tokens are stored. */
  private async connect(begun: BegunConnection, code: string): Promise<ConnectOutcome> {
    const reason = 'whoever comes from Shopify is not signed in';
    const name = await this.db.asSystem(reason, (em) => standingOf(em, begun));
    if (name === undefined) return 'not_allowed';
    if (await this.states.isTaken(begun)) return 'store_taken';
    try {
      const granted = await this.endpoint.exchangeCode(begun.shop, code);
      const actor = { kind: 'user', id: begun.userId, name } as const;
      const store = () =>
        runInContext({ ...currentContext()!, actor }, () =>
          this.db.asSystem(reason, (em) => this.store(em, begun, granted)),
        );
      return await store().catch(async (error: unknown) => {
        if (!isUniqueViolation(error, 'shopify_stores_shop')) throw error;
        // Somebody was quicker: another client, or the same one from another tab.
        return (await this.states.isTaken(begun)) ? 'store_taken' : store();
      });
    } catch (error) {
      if (error instanceof ShopifyUnavailable) return 'shopify_unavailable';
      if (error instanceof ShopifyRefused) return 'code_refused';
      throw error;
    }
  }

  private async store(em: EntityManager, begun: BegunConnection, granted: Granted): Promise<ConnectOutcome> {
    if ((await standingOf(em, begun)) === undefined) return 'not_allowed';
    const store = await this.rowOf(em, begun);
    em.assign(store, {
      sealedTokens: this.seals.seal(granted.tokens, store.id),
      scopes: granted.scopes ?? [],
      connectedBy: begun.userId,
      connectedAt: new Date(),
      disconnectedAt: null,
      accessLostAt: null,
      refreshingUntil: null,
      subscribedAt: null,
    });
    await em.flush();
    const { organizationId, clientId, shop } = begun;
    await this.events.append(em, {
      type: 'integration.connected',
      organizationId,
      clientId,
      audience: 'client',
      data: { provider: 'shopify', shop },
    });
    await this.jobs.enqueue(em, 'shopify.tend', { storeId: store.id }, { tenant: store.id });
    await this.states.noteIn(em, begun, 'connected');
    return 'connected';
  }

  /** A store that the client had before keeps its settings. */
  private async rowOf(em: EntityManager, begun: BegunConnection): Promise<ShopifyStore> {
    const { organizationId, clientId, shop } = begun;
    const [known] = await em.find(
      ShopifyStore,
      { clientId, shop },
      { orderBy: { connectedAt: 'desc' }, limit: 1 },
    );
    if (known) return known;
    return em.create(ShopifyStore, {
      id: uuidv7(),
      organizationId,
      clientId,
      shop,
      scopes: [],
      connectedAt: new Date(),
      heardUntil: new Date(),
    });
  }
}
