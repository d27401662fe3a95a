import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { outsideContext } from '../../../common/http/request-context.js';
import { openClient } from '../../../database/connections/connections.js';
import { ListeningClient } from '../../../database/connections/listening-client.js';
import { DATABASE_DIRECT_URL } from '../../../database/database-url.js';
import { SystemSql } from '../../../database/tenancy/system-sql.js';

const channel = 'waybill_events';
/** How long hints are gathered before they are sent: each NOTIFY locks all others of the server out at its commit. */
const gatherMilliseconds = 20;
/** A payload may have 8,000 bytes. */
const hintsPerMessage = 80;

/** In place of a client: some of the organization's, and nobody knows which. */
export const someClients = 'some';

/** Whose events there may be. */
export interface EventHint {
  organizationId: string;
  clientId: string | null;
}

const message = z.tuple([z.string(), z.array(z.tuple([z.string(), z.string().nullable()]))]);

/**
 * Tells this process at once, and the others by NOTIFY, that a tenant has got events. A hint may be lost; whoever
 * waits for events looks by itself now and then.
 */
@Injectable()
export class EventHints implements OnApplicationShutdown {
  private readonly sender = randomUUID();
  private readonly gathered = new Map<string, [string, string | null]>();
  private readonly takers: ((hint: EventHint) => void)[] = [];
  private readonly lookers: (() => void)[] = [];
  private timer?: NodeJS.Timeout;
  private connection?: ListeningClient;

  constructor(
    private readonly sql: SystemSql,
    @Inject(DATABASE_DIRECT_URL) private readonly url: string,
  ) {}

  /** There are events of this tenant, committed just now. Who hears of it does not run in the context of who notes it. */
  note({ organizationId, clientId }: EventHint): void {
    outsideContext(() => {
      this.give({ organizationId, clientId });
      this.gathered.set(`${organizationId} ${clientId}`, [organizationId, clientId]);
      this.timer ??= setTimeout(() => this.send(), gatherMilliseconds).unref();
    });
  }

  /** Gives the hints of all processes to `take`, and tells `missed` when some may have been lost. */
  listen(take: (hint: EventHint) => void, missed: () => void): void {
    this.takers.push(take);
    this.lookers.push(missed);
    if (this.connection) return;
    this.connection = new ListeningClient({
      open: () => openClient(this.url, 'events'),
      channel,
      heard: (payload) => this.receive(payload),
      back: () => this.miss(),
    });
    this.connection.startSometime();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.connection?.stop();
  }

  private give(hint: EventHint): void {
    for (const take of this.takers) take(hint);
  }

  private miss(): void {
    for (const look of this.lookers) look();
  }

  private send(): void {
    this.timer = undefined;
    const hints = [...this.gathered.values()];
    this.gathered.clear();
    for (let start = 0; start < hints.length; start += hintsPerMessage) {
      const payload = JSON.stringify([this.sender, hints.slice(start, start + hintsPerMessage)]);
      // A hint is not worth waiting for the disk.
      const sql = `select set_config('synchronous_commit', 'off', true), pg_notify('${channel}', $1)`;
      this.sql.query('event_hint', sql, [payload]).catch(() => undefined);
    }
  }

  private receive(payload: string): void {
    const read = message.safeParse(jsonIn(payload));
    // Any login of the database may notify, and other versions may say it differently.
    if (!read.success) return this.miss();
    const [sender, hints] = read.data;
    if (sender === this.sender) return;
    for (const [organizationId, clientId] of hints) this.give({ organizationId, clientId });
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
