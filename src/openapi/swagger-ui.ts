import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../config.js';
import type { DocumentedWebhooks } from './document-types.js';
import { buildDocument } from './document.js';
import { toOpenApi31 } from './openapi-3.1.js';
import { servePage } from './page/serve-page.js';

/**
 * Serves the document at `/openapi.json`, as OpenAPI 3.1 at `/openapi-3.1.json`, and Swagger UI at `/docs`, or
 * in its place a redirect to the guide; `/` redirects there.
 * @param config.PUBLIC_URL where programs made from the document find this server; the page calls the one it came from
 */
export function serveDocument(
  app: NestFastifyApplication,
  { PUBLIC_URL: publicUrl, DOCS: page }: Pick<Config, 'PUBLIC_URL' | 'DOCS'>,
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
  if (page === 'on') servePage(fastify, document);
  else fastify.get('/docs', (_request, reply) => reply.redirect('./docs/guide'));
}
