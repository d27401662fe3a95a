import { type Answer, htmlAnswer, redirectAnswer } from '../http/http-io.ts';
import { authorizePage, messagePage } from '../pages/authorize-page.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';
import { redirectQuery } from './redirect-query.ts';

export interface AuthorizeRequest {
  clientId: string;
  scopes: string[];
  redirectUri: string;
  state: string;
}

const scopeName = /^(unauthenticated_)?(read|write)_[a-z_]+$/;

/** The page that asks the shop's owner; grants at once where the app is installed with all that it asks for. */
export function authorize(world: World, store: Store, query: URLSearchParams): Answer {
  const request = requestOf(query);
  const fault = faultOf(world, request);
  if (fault) return htmlAnswer(400, messagePage('Oauth error invalid_request', fault));
  const has = new Set(store.grants.scopes);
  const isGranted = store.grants.isInstalled && request.scopes.every((scope) => has.has(scope));
  const isAtOnce = isGranted || store.settings.autoGrant || query.get('auto') === '1';
  return isAtOnce ? grant(world, store, request) : htmlAnswer(200, authorizePage(store, world.app, request));
}

/** What the page's buttons do. */
export function decide(world: World, store: Store, form: URLSearchParams): Answer {
  const request = requestOf(form);
  const fault = faultOf(world, request);
  if (fault) return htmlAnswer(400, messagePage('Oauth error invalid_request', fault));
  if (form.get('answer') === 'install') return grant(world, store, request);
  world.log.add(store.shop, 'authorize', { answer: 'cancelled', scopes: request.scopes });
  return htmlAnswer(
    200,
    messagePage('Not installed', `${world.app.title} was not installed. You can close this page.`),
  );
}

function grant(world: World, store: Store, { scopes, redirectUri, state }: AuthorizeRequest): Answer {
  const granted = store.settings.grantedScopes ?? scopes;
  const code = store.grants.issueCode(granted, redirectUri);
  world.log.add(store.shop, 'authorize', { answer: 'installed', scopes: granted, code });
  const target = new URL(redirectUri);
  for (const [name, value] of redirectQuery(world.app.secret, { code, shop: store.shop, state }))
    target.searchParams.set(name, value);
  return redirectAnswer(target.toString());
}

const requestOf = (fields: URLSearchParams): AuthorizeRequest => ({
  clientId: fields.get('client_id') ?? '',
  scopes: (fields.get('scope') ?? '').split(/[,\s]+/).filter(Boolean),
  redirectUri: fields.get('redirect_uri') ?? '',
  state: fields.get('state') ?? '',
});

function faultOf({ app }: World, { clientId, scopes, redirectUri }: AuthorizeRequest): string | undefined {
  if (clientId !== app.key) return `Could not find Shopify API application with api_key ${clientId}`;
  if (!/^https?:\/\//.test(redirectUri) || !URL.canParse(redirectUri))
    return 'The redirect_uri is missing or not an absolute URL';
  if (app.redirectUris && !app.redirectUris.includes(redirectUri))
    return 'The redirect_uri is not whitelisted';
  const unknown = scopes.find((scope) => !scopeName.test(scope));
  return unknown ? `${unknown} is not a valid access scope` : undefined;
}
