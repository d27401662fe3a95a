import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppModule } from './app.module.js';
import { loadConfig } from './config.js';
import { httpAdapter } from './configure-app.js';
import { buildDocument } from './openapi/document.js';

/** Writes the document to the named file, or `openapi/openapi.json`. Connects to nothing. */
const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent' });
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.with(config, ''),
  httpAdapter(config),
  {
    preview: true,
    logger: ['error'],
  },
);
const file = process.argv[2] ?? 'openapi/openapi.json';
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(buildDocument(app), null, 2)}\n`);
process.exit(0);
