import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { DocumentedWebhooks } from './document-types.js';
import { buildDocument } from './document.js';
import { toOpenApi31 } from './openapi-3.1.js';
import { pageDocument } from './page-document.js';

/**
 * Serves the document at `/openapi.json`, as OpenAPI 3.1 at `/openapi-3.1.json`, and Swagger UI at `/docs`; `/`
 * redirects there.
 * @param publicUrl where programs made from the document find this server; the page calls the one it came from
 */
export function serveDocument(
  app: NestFastifyApplication,
  publicUrl: string,
  webhooks: DocumentedWebhooks,
): void {
  let built: OpenAPIObject | undefined;
  const document = () => (built ??= buildDocument(app, webhooks));
  const ofThisServer = () => ({ ...document(), servers: [{ url: publicUrl }] });
  // Converted at the first request for it alone: it is public, large, and always the same.
  let converted: OpenAPIObject | undefined;
  const as31 = () => (converted ??= toOpenApi31(ofThisServer()));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/openapi.json', (_request, reply) => reply.send(ofThisServer()));
  fastify.get('/openapi-3.1.json', (_request, reply) => reply.send(as31()));
  fastify.get('/', (_request, reply) => reply.redirect('./docs'));
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.routeOptions.url?.startsWith('/docs') && isPage(reply.getHeader('content-type')))
      void reply.header('content-security-policy', policyFor(String(payload)));
    done();
  });
  SwaggerModule.setup('docs', app, () => pageDocument(document()), {
    raw: false,
    customSiteTitle: 'Waybill API',
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: 0,
      docExpansion: 'list',
      filter: true,
      tryItOutEnabled: true,
      validatorUrl: null,
      layout: 'BaseLayout',
      responseInterceptor: keepToken,
    },
  });
}

const isPage = (type: unknown) => typeof type === 'string' && type.startsWith('text/html');

/** Allows scripts and calls of this server only, and the page's inline styles by their hashes. */
function policyFor(page: string): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>|\sstyle="([^"]*)"/g)].map(
    ([, element, attribute]) =>
      createHash('sha256')
        .update(element ?? attribute!)
        .digest('base64'),
  );
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'unsafe-hashes' ${styles.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

interface PageResponse {
  ok: boolean;
  obj?: { accessToken?: unknown };
}

/** Swagger UI's own object, in the browser. */
declare const ui: { authActions: { authorizeWithPersistOption(payload: object): void } };

/**
 * Signs the page in after a sign-up, a sign-in or an accepted invitation on it. Runs in the browser, where only the
 * function's own text is available.
 */
function keepToken(response: PageResponse): PageResponse {
  const token = response.ok ? response.obj?.accessToken : undefined;
  if (typeof token === 'string') {
    const schema = { type: 'http', scheme: 'bearer' };
    ui.authActions.authorizeWithPersistOption({ bearer: { name: 'bearer', schema, value: token } });
  }
  return response;
}
