import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppModule } from './app.module.js';
import { loadConfig } from './config.js';
import { httpAdapter } from './configure-app.js';
import { documentedWebhooks } from './modules/webhooks/webhook-document.js';
import { buildDocument } from './openapi/document.js';
import { toOpenApi31 } from './openapi/openapi-3.1.js';

/** Writes the document as OpenAPI 3.0 and 3.1 into the named folder, or `openapi`. Connects to nothing. */
const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent' });
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.with(config, ''),
  httpAdapter(config),
  {
    preview: true,
    logger: ['error'],
  },
);
const folder = process.argv[2] ?? 'openapi';
mkdirSync(folder, { recursive: true });
const document = buildDocument(app, documentedWebhooks);
const write = (name: string, content: object) =>
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
write('openapi.json', document);
write('openapi-3.1.json', toOpenApi31(document));
process.exit(0);
