import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress } from './public-address.js';
import { addressIn } from './target-url.js';

type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

interface TargetOptions {
  allowPrivate: boolean;
  connectMilliseconds: number;
  lookup?: Lookup;
}

/** A connection would lead to an address that nothing is sent to. */
export class TargetRefusedError extends Error {
  readonly code = 'target_refused';

  constructor() {
    super('The address is not one of the internet');
    this.name = 'TargetRefusedError';
  }
}

/**
 * Connections to receivers. What is checked is the very address that is connected to, so that a name which leads
 * elsewhere the next moment gains nothing.
 */
export function targetAgent({
  allowPrivate,
  connectMilliseconds,
  lookup = systemLookup,
}: TargetOptions): Agent {
  // How long a connection is kept is not the receiver's to say: all tenants share what this process may open.
  const keepAlive = { keepAliveTimeout: 4_000, keepAliveMaxTimeout: 4_000 };
  const limits = { ...keepAlive, pipelining: 1, maxHeaderSize: 16_384 };
  const connection = { timeout: connectMilliseconds };
  if (allowPrivate) return new Agent({ ...limits, connect: connection });
  const connect = buildConnector({
    ...connection,
    lookup: publicLookup(lookup),
  });
  return new Agent({
    ...limits,
    connect: (options, done) => {
      // Node looks up no address that is spelled out.
      const address = addressIn(options.hostname);
      if (address !== undefined && !isPublicAddress(address)) return done(new TargetRefusedError(), null);
      connect(options, done);
    },
  });
}

/** Refuses a name of which any address is private: it could be the one that is taken. */
function publicLookup(lookup: Lookup): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const first = addresses[0];
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(new TargetRefusedError(), '');
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}
