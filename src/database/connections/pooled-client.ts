import pg from 'pg';
import { Flight } from './flight.js';
import { sendTogether } from './pipelined-client.js';

type Send = (...query: unknown[]) => Promise<pg.QueryResult>;
type Callback = (error: Error | null, result?: pg.QueryResult) => void;

const beginning = /^begin\b[^;]*/;

/**
 * Makes a connection fit for a pooler, where each transaction may get another session and leaves nothing in it: every
 * transaction begins with the settings, a statement by itself runs in one of its own, in the same round trip, and
 * nothing is prepared by name.
 * @param settings by name, for each transaction
 */
export function sendByTransaction(client: pg.ClientBase, settings: Readonly<Record<string, string>>): void {
  const send = client.query.bind(client) as unknown as Send;
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  const opening = { text: `select ${calls.join(', ')}`, values: [] };
  const opened = (begin: string) => begin.replace(beginning, (all) => `${all}; ${opening.text}`);
  let isOpen = false;

  const inOne = async (query: unknown[]): Promise<pg.QueryResult> => {
    const [, result] = await sendTogether(client, () =>
      Promise.all([send(opened('begin')), send(...unnamed(query)), send('commit')]),
    );
    return result;
  };
  const query = (...args: unknown[]): unknown => {
    const [text] = args;
    if (text instanceof Flight) {
      const goesOn = isOpen;
      if (text.statements[0]?.text === 'begin') isOpen = true;
      if (text.statements.at(-1)?.text === 'commit') isOpen = false;
      return send(text.unprepared(goesOn ? undefined : opening));
    }
    if (typeof text === 'string' && beginning.test(text)) {
      isOpen = true;
      return send(opened(text), ...args.slice(1));
    }
    if (text === 'commit' || text === 'rollback') isOpen = false;
    else if (!isOpen) return answered(args, inOne);
    return send(...unnamed(args));
  };
  client.query = query as typeof client.query;
}

/** pg's pools give a callback with their statements; all others wait for a promise. */
function answered(args: unknown[], run: (query: unknown[]) => Promise<pg.QueryResult>): unknown {
  const last = args.at(-1);
  if (typeof last !== 'function') return run(args);
  const callback = last as Callback;
  run(args.slice(0, -1)).then(
    (result) => process.nextTick(callback, null, result),
    (error: Error) => process.nextTick(callback, error),
  );
}

function unnamed([query, ...rest]: unknown[]): unknown[] {
  const isNamed = typeof query === 'object' && query !== null && 'name' in query && !('submit' in query);
  return [isNamed ? { ...query, name: undefined } : query, ...rest];
}
