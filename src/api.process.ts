import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { whyNotListening } from './common/why-not-listening.js';
import { configureApp, httpAdapter } from './configure-app.js';
import type { Open } from './run-process.js';
import { runningApp, useJsonLog } from './running-app.js';

/** The API process. It also runs jobs, unless RUN_JOBS is `worker`. */
export const open: Open = async (config, database) => {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, database.url, database),
    httpAdapter(config),
    { bufferLogs: true, abortOnError: false },
  );
  useJsonLog(app);
  const drain = await configureApp(app);
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw whyNotListening(error, { PORT: config.PORT, HOST: config.HOST });
  }
  return runningApp(app, `Waybill is ready: ${config.PUBLIC_URL}/docs`, drain);
};
