import { Inject, Injectable } from '@nestjs/common';
import { holdStanding } from '../../../../auth/access/standing.js';
import type { UserPrincipal } from '../../../../auth/access/principal.js';
import { hashSecret, newSecret } from '../../../../auth/identity/secrets.js';
import { invalidField } from '../../../../common/problems/problems.js';
import { CONFIG, type Config } from '../../../../config.js';
import { Database } from '../../../../database/database.js';
import { callingClient } from '../../../../database/tenancy/caller-scope.js';
import { namedShop } from '../api/shop-domain.js';
import { ShopifyLibrary } from '../api/shopify-library.js';
import type { ConnectionStartDto, ConnectShopify } from '../../integrations.dto.js';
import { assertAvailable } from './availability.js';
import { whyNotReturn } from './return-url.js';
import { ShopifyConnectState } from './shopify-connect-state.entity.js';

const minutes = 15;

/** Begins the connection of a store; ShopifyCallback ends it. */
@Injectable()
export class ConnectService {
  constructor(
    private readonly db: Database,
    private readonly library: ShopifyLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem `validation_failed`, `shopify_not_configured` */
  async connectShopify(
    caller: UserPrincipal,
    { shop, returnUrl }: ConnectShopify,
  ): Promise<ConnectionStartDto> {
    const domain = namedShop(shop, '/shop');
    const why = returnUrl && whyNotReturn(returnUrl, this.config);
    if (why) throw invalidField('/returnUrl', 'origin_not_allowed', why);
    const state = newSecret();
    const expiresAt = new Date(Date.now() + minutes * 60_000);
    await this.db.transaction(async (em) => {
      await holdStanding(em, caller, 'integrations:manage');
      await assertAvailable(em, this.library);
      const { organizationId, clientId } = callingClient();
      em.create(ShopifyConnectState, {
        organizationId,
        clientId,
        userId: caller.userId,
        membershipId: caller.membershipId,
        shop: domain,
        stateHash: hashSecret(state),
        returnUrl: returnUrl ?? null,
        expiresAt,
      });
      await em.flush();
    });
    return {
      authorizationUrl: this.library.authorizationUrl(domain, state),
      expiresAt: expiresAt.toISOString(),
    };
  }
}
