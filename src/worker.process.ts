import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import type { Open } from './run-process.js';
import { runningApp, useJsonLog } from './running-app.js';

/** A process that only runs jobs. Several may run; with RUN_JOBS=worker the API process runs none. */
export const open: Open = async (config, database) => {
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ ...config, RUN_JOBS: 'inline' }, database.url, database),
    { bufferLogs: true, abortOnError: false },
  );
  useJsonLog(app);
  return runningApp(app, 'Waybill runs jobs.');
};
