import pg from 'pg';

/** A statement with its values. With a name, each connection prepares it once, until the name comes with another text. */
export interface FlightStatement {
  name?: string;
  text: string;
  values: readonly unknown[];
}

type Row = Record<string, unknown>;

/** As `pg` itself sends values; its types leave it out. */
const { prepareValue: valueMapper } = (
  pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }
).utils;

/** How the rows of a statement are read. */
interface Shape {
  names: string[];
  parsers: ((text: string) => unknown)[];
  blank: Row;
}

/** A statement that was sent to be prepared; it is, once its shape is known. */
interface Prepared {
  text: string;
  shape?: Shape;
}

/** What each connection was last sent under each name. PostgreSQL describes their rows once. */
const preparedOn = new WeakMap<pg.ClientBase, Map<string, Prepared>>();

/**
 * Sends statements to a pipelining connection in one write, as one transaction: it commits when the last has succeeded,
 * and nothing is done where one fails. Resolves to the rows of each.
 */
export function fly(client: pg.ClientBase, statements: readonly FlightStatement[]): Promise<Row[][]> {
  return new Promise(
    (resolve, reject) => void client.query(new Flight(client, statements, { resolve, reject })),
  );
}

/** The same on a connection of a pool, which is given up where it fails. */
export async function flyFrom(pool: pg.Pool, statements: readonly FlightStatement[]): Promise<Row[][]> {
  const client = await pool.connect();
  try {
    const rows = await fly(client, statements);
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** How a flight ends. */
interface Landing {
  resolve: (rows: Row[][]) => void;
  reject: (error: Error) => void;
}

/** The names of its methods are those that `pg` calls. */
export class Flight implements pg.Submittable {
  /** To be called when it is over: `pg` stops its timer there. */
  callback: () => void = () => undefined;
  private readonly known: Map<string, Prepared>;
  private readonly sent: Prepared[] = [];
  private readonly rows: Row[][];
  private failure?: Error;
  private at = 0;

  constructor(
    private readonly client: pg.ClientBase,
    readonly statements: readonly FlightStatement[],
    private readonly landing: Landing,
  ) {
    this.known = preparedOn.get(client) ?? new Map<string, Prepared>();
    preparedOn.set(client, this.known);
    this.rows = statements.map(() => []);
  }

  /** The same with nothing prepared, after another statement if one is given. */
  unprepared(opening?: FlightStatement): Flight {
    const unnamed = this.statements.map(({ text, values }) => ({ text, values }));
    const { resolve, reject } = this.landing;
    if (!opening) return new Flight(this.client, unnamed, this.landing);
    return new Flight(this.client, [opening, ...unnamed], {
      resolve: ([, ...rows]) => resolve(rows),
      reject,
    });
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork();
    try {
      this.statements.forEach(({ name = '', text, values }, index) => {
        const before = this.statements[index - 1];
        const isAgain = before?.text === text && (before.name ?? '') === name;
        const known = isAgain ? this.sent[index - 1] : this.known.get(name);
        const isNew = known?.text !== text || !(known.shape || isAgain);
        const sent = (this.sent[index] = isNew ? { text } : known);
        if (isNew && name !== '') {
          this.known.set(name, sent);
          // A flight that failed may have left it prepared, and another text may have had the name.
          connection.close({ type: 'S', name }, true);
        }
        if (isNew) connection.parse({ name, text, types: [] }, true);
        connection.bind({ portal: '', statement: name, values, valueMapper } as never, true);
        if (isNew) connection.describe({ type: 'P', name: '' }, true);
        connection.execute(null, true);
      });
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const names = fields.map(({ name }) => name);
    this.sent[this.at]!.shape = {
      names,
      parsers: fields.map(
        ({ dataTypeID }) => this.client.getTypeParser(dataTypeID, 'text') as Shape['parsers'][number],
      ),
      blank: Object.fromEntries(names.map((name) => [name, null])),
    };
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { names, parsers, blank } = this.sent[this.at]!.shape!;
    const row = { ...blank };
    try {
      for (let index = 0; index < fields.length; index += 1) {
        const text = fields[index]!;
        if (text !== null) row[names[index]!] = parsers[index]!(text);
      }
      this.rows[this.at]!.push(row);
    } catch (error) {
      this.failure ??= error as Error;
    }
  }

  handleCommandComplete(): void {
    this.sent[this.at]!.shape ??= { names: [], parsers: [], blank: {} };
    this.at += 1;
  }

  handleReadyForQuery(): void {
    this.callback();
    if (this.failure) this.landing.reject(this.failure);
    else this.landing.resolve(this.rows);
  }

  /** What PostgreSQL has prepared of it may be gone or out of date. */
  handleError(error: Error): void {
    for (const { name } of this.statements) if (name !== undefined) this.known.delete(name);
    this.callback();
    this.landing.reject(error);
  }
}
