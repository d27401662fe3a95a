import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { buildDocument } from './document.js';

/** Serves the document at `/openapi.json` and, to read and try it, Swagger UI at `/docs`. */
export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => buildDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Waybill API',
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: 0,
      docExpansion: 'list',
      filter: true,
      tryItOutEnabled: true,
      responseInterceptor: keepToken,
    },
  });
}

interface PageResponse {
  ok: boolean;
  obj?: { accessToken?: unknown };
}

/** What the page offers its own scripts. */
declare const ui: { authActions: { authorizeWithPersistOption(payload: object): void } };

/**
 * Whoever signs up, signs in or accepts an invitation on the page is signed in there. Runs in the browser: only the
 * function's own text gets there.
 */
function keepToken(response: PageResponse): PageResponse {
  const token = response.ok ? response.obj?.accessToken : undefined;
  if (typeof token === 'string') {
    const schema = { type: 'http', scheme: 'bearer' };
    ui.authActions.authorizeWithPersistOption({ bearer: { name: 'bearer', schema, value: token } });
  }
  return response;
}
