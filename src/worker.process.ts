import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { runProcess, useJsonLog } from './run-process.js';

/** A process that only runs jobs. Several may run; with RUN_JOBS=worker the API process runs none. */
runProcess(async (config, database) => {
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ ...config, RUN_JOBS: 'inline' }, database.url, database),
    { bufferLogs: true, abortOnError: false },
  );
  useJsonLog(app);
  return { app, ready: 'Waybill runs jobs.' };
});
