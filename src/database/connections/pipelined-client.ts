import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { InDoubtError } from '../../common/problems/outages.js';
import { wasRefused } from './refusals.js';

const preparedMark = '/* prepared */ ';

/** Marks a statement that is repeated with identical text, to be prepared once per connection. */
export function prepared(sql: string): string {
  return preparedMark + sql;
}

const lastMark = `${preparedMark}/* last */ `;

/**
 * Marks a transaction's last statement, to be prepared and sent together with the commit. Where the transaction must not
 * be committed, it has to fail.
 */
export function last(sql: string): string {
  return lastMark + sql;
}

const names = new Map<string, string>();
const nothing = { rows: [], rowCount: 0, command: '' };

type Send = (...query: unknown[]) => unknown;

/** Runs queries on a pipelining connection and sends them with one system call instead of one per message. */
export function sendTogether<T>(client: pg.ClientBase, queries: () => T): T {
  const stream = streamOf(client);
  stream.cork();
  try {
    return queries();
  } finally {
    stream.uncork();
  }
}

/**
 * Saves round trips on a connection of the entity manager: `begin` and the session's settings are held back
 * and sent together with the first statement, which fails if they do; statements marked by {@link prepared}
 * are prepared.
 */
export function sendInPipeline(client: pg.Client): void {
  const send = client.query.bind(client) as Send;
  let opening = '';
  let ending: Promise<unknown> | undefined;

  const query: Send = (...args) => {
    const [text] = args;
    if (text === 'begin') {
      opening = text;
      return Promise.resolve(nothing);
    }
    if (opening === '') {
      const ended = ending;
      ending = undefined;
      if (text === 'commit') return ended ?? commit(send);
      if (isLast(text)) {
        const sent = sendTogether(client, () => {
          const asked = send(...named(args)) as Promise<unknown>;
          ending = commit(send);
          return asked;
        });
        ending!.catch(() => undefined);
        return sent.catch(failAsCommit);
      }
      return text === 'rollback' ? rollBack(client, send) : send(...named(args));
    }
    if (typeof text === 'string' && text.startsWith('select set_config(')) {
      opening += `; ${text}`;
      return Promise.resolve(nothing);
    }
    const held = opening;
    opening = '';
    if (text === 'commit' || text === 'rollback') return Promise.resolve(nothing);
    return sendTogether(client, () => {
      const opened = send(held) as Promise<unknown>;
      const sent = send(...named(args));
      if (sent instanceof Promise) return Promise.all([opened, sent]).then(([, result]: unknown[]) => result);
      opened.catch(() => undefined);
      return sent;
    });
  };
  client.query = query as typeof client.query;
}

/**
 * PostgreSQL answers the commit of a failed transaction by rolling it back, without an error.
 * @throws InDoubtError when the connection is lost meanwhile
 */
async function commit(send: Send): Promise<unknown> {
  let result: pg.QueryResult;
  try {
    result = (await send('commit')) as pg.QueryResult;
  } catch (error) {
    return failAsCommit(error);
  }
  if (result.command === 'ROLLBACK') throw new Error('The transaction had failed before its commit');
  return result;
}

function failAsCommit(error: unknown): never {
  throw wasRefused(error) ? error : new InDoubtError(error);
}

/**
 * A rollback that cannot be sent counts as done: the transaction ended with its connection. If it threw, the
 * connection would never be released and its slot in the pool would be lost.
 */
async function rollBack(client: pg.Client, send: Send): Promise<unknown> {
  try {
    return await send('rollback');
  } catch {
    void client.end();
    streamOf(client).destroy();
    return nothing;
  }
}

/** The socket below a client. */
export function streamOf(client: pg.ClientBase): Duplex {
  return (client as pg.ClientBase & { connection: pg.Connection }).connection.stream;
}

const isLast = (text: unknown) => typeof text === 'string' && text.startsWith(lastMark);

function named(args: unknown[]): unknown[] {
  const [text, values] = args;
  if (typeof text !== 'string' || !text.startsWith(preparedMark)) return args;
  let name = names.get(text);
  if (!name) names.set(text, (name = `prepared_${names.size}`));
  return [{ name, text, values }];
}
