import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { HourlyCounts } from './hourly-counts.js';

/**
 * Limits how often one address may sign up or join by a link. Both tell whoever calls whether a password was right,
 * for as many accounts as they like, without failing.
 */
@Injectable()
export class SignupThrottle {
  constructor(
    private readonly counts: HourlyCounts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem `rate_limited` */
  async count(address: string): Promise<void> {
    const tooMany = 'Too many people signed up or joined by a link from your address.';
    await this.counts.count(['signup', address], this.config.SIGNUPS_PER_HOUR, tooMany);
  }
}
