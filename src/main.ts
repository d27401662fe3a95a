import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { configureApp, httpAdapter } from './configure-app.js';
import { runProcess, useJsonLog } from './run-process.js';

/** The HTTP process. It runs jobs as well, unless RUN_JOBS leaves them to a worker. */
runProcess(async (config, databaseUrl) => {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, databaseUrl),
    httpAdapter(config),
    { bufferLogs: true, abortOnError: false },
  );
  useJsonLog(app);
  const drain = await configureApp(app);
  await app.listen(config.PORT, config.HOST);
  return { app, ready: `Waybill is ready: ${config.PUBLIC_URL}/docs`, drain };
});
