/** What happened, as evidence. */
export interface LogEntry {
  /** Counts from 1. */
  seq: number;
  at: string;
  shop: string;
  kind: LogKind;
  [detail: string]: unknown;
}

export type LogKind =
  | 'authorize'
  | 'token'
  | 'revoke'
  | 'graphql'
  | 'fulfillment'
  | 'fulfillmentEvent'
  | 'notification'
  | 'webhook'
  | 'subscription'
  | 'order'
  | 'uninstall';

export class StubLog {
  private entries: LogEntry[] = [];
  private last = 0;

  add(shop: string, kind: LogKind, details: Record<string, unknown> = {}): LogEntry {
    const entry = { seq: ++this.last, at: new Date().toISOString(), shop, kind, ...details };
    this.entries.push(entry);
    return entry;
  }

  read(filter: { shop?: string; kind?: string; after?: number } = {}): LogEntry[] {
    return this.entries.filter(
      ({ shop, kind, seq }) =>
        (!filter.shop || shop === filter.shop) &&
        (!filter.kind || kind === filter.kind) &&
        seq > (filter.after ?? 0),
    );
  }

  clear(): void {
    this.entries = [];
  }
}
