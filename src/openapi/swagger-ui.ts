import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { isPage, policyFor } from '../common/http/page-policy.js';
import type { DocumentedWebhooks } from './document-types.js';
import { buildDocument } from './document.js';
import { toOpenApi31 } from './openapi-3.1.js';
import { pageDocument } from './page-document.js';

const policyHeader = 'content-security-policy';

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
  const ofThisServer = () => {
    const { info } = document();
    // Whoever reads it elsewhere needs the server's name in its links.
    const description = info.description!.replaceAll('](/docs', `](${publicUrl}/docs`);
    return { ...document(), info: { ...info, description }, servers: [{ url: publicUrl }] };
  };
  // Converted at the first request for it alone: it is public, large, and always the same.
  let converted: OpenAPIObject | undefined;
  const as31 = () => (converted ??= toOpenApi31(ofThisServer()));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/openapi.json', (_request, reply) => reply.send(ofThisServer()));
  fastify.get('/openapi-3.1.json', (_request, reply) => reply.send(as31()));
  fastify.get('/', (_request, reply) => reply.redirect('./docs'));
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.routeOptions.url?.startsWith('/docs') && isPage(reply) && !reply.hasHeader(policyHeader))
      void reply.header(policyHeader, policyFor(String(payload)));
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
