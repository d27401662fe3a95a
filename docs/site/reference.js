/* global SwaggerUIBundle */
import { Account } from './account.js';
import { Session } from './session.js';
import { swaggerPlugin } from './swagger-plugin.js';

const session = new Session();
const account = new Account(session);

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
  onComplete: authorize,
  requestInterceptor: withToken,
  responseInterceptor: heed,
});
session.addEventListener('change', authorize);

/** Has Swagger UI send the token of whoever is signed in, and close its locks. */
function authorize() {
  const token = session.current?.token;
  const schema = { type: 'http', scheme: 'bearer' };
  if (token) ui.authActions.authorize({ bearer: { name: 'bearer', schema, value: token } });
  else if (ui.authSelectors.authorized()) ui.authActions.logout(['bearer']);
}

async function withToken(request) {
  if (request.headers?.Authorization) request.headers.Authorization = `Bearer ${await session.token()}`;
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
