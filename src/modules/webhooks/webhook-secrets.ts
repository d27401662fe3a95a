import { Inject, Injectable } from '@nestjs/common';
import { derivedSecret } from '../../auth/identity/secrets.js';
import { CONFIG, type Config } from '../../config.js';

/** What the secrets of an endpoint follow from. */
export interface SecretSource {
  id: string;
  secretGeneration: number;
  previousSecretUntil?: Date | null;
}

/** For how long the secret before a rotation signs too. */
const overlapMilliseconds = 24 * 3_600_000;

/** The secrets of endpoints, derived anew each time: none is stored. */
@Injectable()
export class WebhookSecrets {
  private readonly key: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = derivedSecret(config.JWT_SECRET, 'webhooks');
  }

  /** As receivers get it: `whsec_` and Base64, by Standard Webhooks. */
  secretOf({ id, secretGeneration }: SecretSource): string {
    const bytes = Buffer.from(derivedSecret(this.key, 'webhook', id, secretGeneration), 'base64url');
    return `whsec_${bytes.toString('base64')}`;
  }

  /** The secrets that sign now, the newest first. */
  signing(endpoint: SecretSource): string[] {
    const isTurning = endpoint.previousSecretUntil != null && endpoint.previousSecretUntil > new Date();
    const previous = { ...endpoint, secretGeneration: endpoint.secretGeneration - 1 };
    return [endpoint, ...(isTurning ? [previous] : [])].map((source) => this.secretOf(source));
  }

  /** When a secret that is replaced now stops signing. */
  overlapEnd(): Date {
    return new Date(Date.now() + overlapMilliseconds);
  }
}
