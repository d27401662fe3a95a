export interface Pooler {
  /** Of the same database, by the pooler. */
  before(url: string): string;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  kill(): Promise<unknown>;
  stop(): Promise<void>;
}

export function startPooler(
  server: string,
  more?: Record<string, string | number>,
  database?: string,
): Promise<Pooler>;
