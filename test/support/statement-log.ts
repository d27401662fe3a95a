import pg from 'pg';
import { Flight } from '../../src/database/connections/flight.js';
import { partsOf } from './statements/flights.js';

/** A statement as it was sent, with what its transaction had begun with. */
export interface SentStatement {
  opening: readonly string[];
  /** Under which it was sent to be prepared. */
  name?: string;
  text: string;
  values: readonly unknown[];
}

type Query = (...args: unknown[]) => unknown;

/** Notes the reads of every connection that this process opens from now on. */
export class StatementLog {
  private statements: SentStatement[] = [];
  private readonly openings = new WeakMap<object, string[]>();
  private readonly query = Reflect.get(pg.Client.prototype, 'query') as Query;

  start(): void {
    const noted = new Proxy(this.query, {
      apply: (query, client: pg.Client, args: unknown[]) => {
        this.note(client, args);
        return Reflect.apply(query, client, args);
      },
    });
    Reflect.set(pg.Client.prototype, 'query', noted);
  }

  stop(): void {
    Reflect.set(pg.Client.prototype, 'query', this.query);
  }

  /** What was noted since it was last taken. */
  take(): SentStatement[] {
    return this.statements.splice(0);
  }

  private note(client: pg.Client, [query, given]: unknown[]): void {
    if (query instanceof Flight) {
      const { opening, work } = partsOf(query);
      for (const statement of work) this.statements.push({ opening, ...statement });
      return;
    }
    const config = typeof query === 'string' ? { text: query, values: given } : (query as pg.QueryConfig);
    const text = config.text;
    if (typeof text !== 'string') return;
    if (text.startsWith('begin')) this.openings.set(client, [text]);
    else if (text.startsWith('select set_config(')) this.openings.get(client)?.push(text);
    else if (text === 'commit' || text === 'rollback') this.openings.delete(client);
    else if (/^\s*(\/\*.*\*\/\s*)?(select|with)\b/.test(text)) {
      const values = Array.isArray(config.values) ? (config.values as unknown[]) : [];
      this.statements.push({ opening: this.openings.get(client) ?? [], text, values });
    }
  }
}
