import type { LookupAddress, LookupOptions } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, request } from 'undici';
import { isPublicAddress } from './public-address.js';
import { addressIn } from './target-url.js';

export { request };

type Names = Pick<Resolver, 'resolve4' | 'resolve6'>;

interface TargetOptions {
  allowPrivate: boolean;
  connectMilliseconds: number;
  names?: Names;
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
  names = new Resolver({ timeout: 1_000, tries: 2 }),
}: TargetOptions): Agent {
  // How long a connection is kept is not the receiver's to say: all tenants share what this process may open.
  const keepAlive = { keepAliveTimeout: 4_000, keepAliveMaxTimeout: 4_000 };
  const limits = { ...keepAlive, pipelining: 1, maxHeaderSize: 16_384 };
  const connection = { timeout: connectMilliseconds };
  if (allowPrivate) return new Agent({ ...limits, connect: connection });
  const connect = buildConnector({
    ...connection,
    lookup: publicLookup(names),
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
function publicLookup(names: Names): LookupFunction {
  return (hostname, options: LookupOptions, done) => {
    void addressesOf(names, hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
          return done(new TargetRefusedError(), '');
        if (options.all) return done(null, addresses);
        done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
}

/**
 * Asks the name servers itself. The system's `getaddrinfo` waits in a thread of the process, of which there are few: a
 * few names that nobody answers for would hold up those of all others.
 * @throws Error of c-ares when there is no address
 */
async function addressesOf(names: Names, hostname: string): Promise<LookupAddress[]> {
  const [four, six] = await Promise.allSettled([names.resolve4(hostname), names.resolve6(hostname)]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value : []).map((address) => ({ address, family: 4 })),
    ...(six.status === 'fulfilled' ? six.value : []).map((address) => ({ address, family: 6 })),
  ];
  if (found.length === 0 && four.status === 'rejected') throw four.reason;
  return found;
}
