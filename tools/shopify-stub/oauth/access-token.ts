import { type Answer, jsonAnswer } from '../http/http-io.ts';
import { type Fault } from '../store/faults.ts';
import { type Grant } from '../store/grants.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';

/** Exchanges a code, or a refresh token, for tokens. */
export function accessToken(
  world: World,
  store: Store,
  fields: Record<string, unknown>,
  fault?: Fault,
): Answer {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const grantType = text('grant_type') || 'authorization_code';
  const refused = (status: number, error: string, description: string): Answer => {
    world.log.add(store.shop, 'token', { grantType, error, refreshToken: text('refresh_token') || null });
    return jsonAnswer(status, { error, error_description: description });
  };
  if (text('client_id') !== world.app.key || text('client_secret') !== world.app.secret)
    return refused(400, 'application_cannot_be_found', 'The application cannot be found');
  if (fault?.do === 'refuse') return refused(401, 'invalid_request', inactive);
  if (grantType === 'refresh_token') {
    const grant = store.grants.refresh(text('refresh_token'), store.settings);
    if (!grant) return refused(401, 'invalid_request', inactive);
    return issued(world, store, grant, 'refresh_token');
  }
  if (grantType !== 'authorization_code')
    return refused(400, 'unsupported_grant_type', `${grantType} is not a grant type the stub speaks`);
  const isExpiring = text('expiring') === '1' || fields.expiring === 1 || fields.expiring === true;
  const grant = store.grants.exchange(text('code'), isExpiring, store.settings);
  if (!grant)
    return refused(400, 'invalid_request', 'The authorization code was not found or was already used');
  return issued(world, store, grant, 'authorization_code');
}

const inactive = 'This request requires an active refresh_token';

function issued(world: World, store: Store, grant: Grant, grantType: string): Answer {
  const { accessToken, refreshToken, scopes } = grant;
  const { accessTokenSeconds, refreshTokenSeconds, omitFromTokenAnswer } = store.settings;
  world.log.add(store.shop, 'token', {
    grantType,
    accessToken,
    refreshToken,
    scopes,
    before: grant.before?.refreshToken ?? null,
  });
  const answer = {
    access_token: accessToken,
    scope: scopes.join(','),
    ...(refreshToken && {
      expires_in: accessTokenSeconds,
      refresh_token: refreshToken,
      refresh_token_expires_in: refreshTokenSeconds,
    }),
  };
  const entries = Object.entries(answer).filter(([name]) => !omitFromTokenAnswer.includes(name));
  return jsonAnswer(200, Object.fromEntries(entries));
}
