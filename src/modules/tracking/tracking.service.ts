import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/problems/problems.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import { toTracking, type TrackingDto } from './tracking.dto.js';
import { findTracked } from './tracking.queries.js';

@Injectable()
export class TrackingService {
  constructor(
    private readonly sql: SystemSql,
    private readonly links: TrackingLinks,
  ) {}

  /** @throws Problem `not_found`, the same for unknown, forged and expired tokens */
  async getTracking(token: string): Promise<TrackingDto> {
    const orderId = this.links.verify(token);
    const row = orderId === null ? undefined : await findTracked(this.sql, orderId);
    if (!row) throw notFound();
    return toTracking(row);
  }
}
