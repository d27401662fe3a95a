/* global SwaggerUIBundle, CSS, ResizeObserver, addEventListener, document, location */
import { Account } from './account.js';
import { Session } from './session.js';
import { swaggerPlugin } from './swagger-plugin.js';

const session = new Session();
const account = new Account(session);
const header = document.querySelector('.reference-header');

const ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  url: String(new URL('reference.json', import.meta.url)),
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  layout: 'BaseLayout',
  plugins: [swaggerPlugin(() => account.open())],
  onComplete: begin,
  requestInterceptor: withToken,
  responseInterceptor: heed,
});
session.addEventListener('change', authorize);
new ResizeObserver(keepClear).observe(header);

const list = document.querySelector('#swagger-ui');
let followed = '';
/** What is unfolded, and what is above it, is drawn later: it is scrolled to until somebody does something. */
const following = new ResizeObserver(() =>
  document.querySelector(`[id$="-${CSS.escape(followed)}"]`)?.scrollIntoView(),
);
for (const sign of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
  addEventListener(sign, () => following.disconnect(), { passive: true });
addEventListener('hashchange', follow);
// Swagger UI's scroller would go to where the page was before, for half a second, whatever is followed meanwhile.
addEventListener('popstate', (event) => event.stopImmediatePropagation());

function begin() {
  authorize();
  if (location.hash) follow();
}

/** Swagger UI reads the address once: later there are links, and going back. */
function follow() {
  const [tag, id] = location.hash.slice(2).split('/').map(decodeURIComponent);
  ui.layoutActions.updateFilter(true);
  ui.layoutActions.unfold('operations-tag', tag);
  ui.layoutActions.unfold('operations', tag, id);
  followed = id ?? tag;
  following.disconnect();
  following.observe(list);
}

/** Nothing that is scrolled to is left behind the header, whose height follows from who is signed in. */
function keepClear() {
  document.documentElement.style.scrollPaddingTop = `${header.offsetHeight}px`;
}

/** Has Swagger UI send the token of whoever is signed in, and close its locks. */
function authorize() {
  const token = session.current?.token;
  const schema = { type: 'http', scheme: 'bearer' };
  if (token) ui.authActions.authorize({ bearer: { name: 'bearer', schema, value: token } });
  else if (ui.authSelectors.authorized()) ui.authActions.logout(['bearer']);
}

async function withToken(request) {
  if (!request.headers?.Authorization) return request;
  const token = await session.token();
  if (token) request.headers.Authorization = `Bearer ${token}`;
  else delete request.headers.Authorization;
  return request;
}

/** Signs the page in after a sign-up, a sign-in or an accepted invitation on it, and notices when a session has ended. */
async function heed(response) {
  const { ok, status, obj, url } = response;
  if (ok && obj?.accessToken && obj.refreshToken) session.adopt(obj);
  const isRefused = status === 401 && obj?.code === 'token_invalid' && !url.includes('/v1/auth/');
  if (isRefused && session.current) await refused();
  return response;
}

async function refused() {
  const { token, refreshToken } = session.current;
  if (!refreshToken) session.end('This API key is not valid any more.');
  else await session.renew({ refused: token }).catch(() => {});
}
