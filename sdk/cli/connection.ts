import { Waybill, type Membership, type Session } from '../src/index.js';
import { baseUrlOf } from './address.js';
import { keptSession, type Credentials, type CredentialStore, type KeptSession } from './credentials.js';
import { Failure } from './failures.js';
import { show } from './shown.js';
import type { Environment } from './terminal.js';

/** The API, as whoever is signed in. */
export interface Connection {
  waybill: Waybill;
  url: string;
  /** The team, where it is known without asking: of a person. */
  membership?: Membership;
  /** An API key, or an access token that was given by itself. */
  token?: string;
}

/** Tries of what waits for long: a server that restarts is back within half a minute. */
export const patientTries = 10;

/** An access token this near to its end is as good as ended. */
const marginMilliseconds = 10_000;

/** @throws Failure when nobody is signed in there */
export async function connect(
  env: Environment,
  givenUrl: string | undefined,
  store: CredentialStore,
  signal: AbortSignal,
): Promise<Connection> {
  const key = env.WAYBILL_API_KEY;
  if (key) {
    const url = givenUrl ?? (await store.read())?.url;
    if (!url)
      throw new Failure(
        show`WAYBILL_API_KEY is set, but not where Waybill is.`,
        show`Set WAYBILL_URL, or give --url.`,
      );
    return { waybill: new Waybill({ baseUrl: url, apiKey: key, signal }), url, token: key };
  }
  const kept = await store.read();
  const url = givenUrl ?? kept?.url;
  // What is kept is for its own address alone.
  if (!kept || !url || url !== baseUrlOf(kept.url))
    throw new Failure(
      url ? show`You are not signed in to ${url}.` : show`You are not signed in.`,
      show`Sign in: ${show`waybill login${url ? ` --url ${url}` : ''}`.styled('bold')}. Programs set WAYBILL_URL and WAYBILL_API_KEY.`,
      'not_signed_in',
    );
  const { session, token } = kept;
  if (!session) return { waybill: new Waybill({ baseUrl: url, token, signal }), url, token };
  const waybill = new Waybill({
    baseUrl: url,
    token: session.accessToken,
    refreshToken: session.refreshToken,
    fetch: renewingTogether(store, kept, session),
    signal,
  });
  return { waybill, url, membership: session.membership };
}

/**
 * A refresh token works once, and using it twice ends the sign-in: so one process renews at a time, and keeps the new
 * tokens before another one may. Who comes later takes these.
 */
function renewingTogether(store: CredentialStore, { url }: Credentials, mine: KeptSession): typeof fetch {
  return async (input, init) => {
    if (!(typeof input === 'string' && input.endsWith('/v1/auth/refresh'))) return fetch(input, init);
    return store.exclusively(async () => {
      const { refreshToken } = JSON.parse(init?.body as string) as { refreshToken: string };
      const kept = await store.read().catch(() => undefined);
      const theirs = kept?.url === url && kept.session?.user.id === mine.user.id ? kept.session : undefined;
      const isNewer = theirs !== undefined && theirs.refreshToken !== refreshToken;
      if (isNewer && theirs.expiresAt - marginMilliseconds > Date.now()) return Response.json(theirs);
      const body = JSON.stringify({ refreshToken: theirs?.refreshToken ?? refreshToken });
      const response = await fetch(input, { ...init, body });
      if (response.ok && theirs) {
        const session = (await response.clone().json()) as Session;
        await store.write({ url, session: keptSession(session) });
      }
      return response;
    });
  };
}
