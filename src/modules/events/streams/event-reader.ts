import { Inject, Injectable } from '@nestjs/common';
import { runInContext, systemActor } from '../../../common/http/request-context.js';
import { CONFIG, type Config } from '../../../config.js';
import { TenantReads } from '../../../database/tenancy/tenant-reads.js';
import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { feedEventTypes } from '../event-map.js';
import type { EventPosition } from '../event-position.js';
import { selectEvents, type EventRow } from '../events.queries.js';
import { pageRows, type EventSource } from './event-channel.js';
import { SettleWatch } from './settle-watch.js';

/** Reads events for streams, as the team they belong to, few at once so that requests do not wait behind them. */
@Injectable()
export class EventReader implements EventSource {
  constructor(
    private readonly reads: TenantReads,
    private readonly settling: SettleWatch,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  read(scope: TenantScope, after: EventPosition): Promise<EventRow[]> {
    const page = { after, types: feedEventTypes, days: this.config.EVENT_RETENTION_DAYS, rows: pageRows };
    return runInContext({ requestId: '', scope, actor: systemActor }, () =>
      this.reads.rows<EventRow>((statement, wall) => selectEvents(statement, wall, page)),
    );
  }

  settled(transactionId: string, then: () => void): void {
    this.settling.when(transactionId, then);
  }
}
