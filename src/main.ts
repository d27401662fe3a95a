import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { StartError } from './common/start-error.js';
import type { Config } from './config.js';
import { configureApp, httpAdapter } from './configure-app.js';
import { runProcess, useJsonLog } from './run-process.js';

/** The API process. It also runs jobs, unless RUN_JOBS is `worker`. */
runProcess(async (config, database) => {
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
    throw whyNotListening(error, config);
  }
  return { app, ready: `Waybill is ready: ${config.PUBLIC_URL}/docs`, drain };
});

function whyNotListening(error: unknown, { PORT, HOST }: Config): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(
        `PORT: ${PORT} on ${HOST} is in use already. Stop what uses it, or set another PORT.`,
      );
    case 'EACCES':
      return new StartError(`PORT: this account may not listen on ${PORT}. Set a PORT above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST: ${HOST} is no address of this machine. 0.0.0.0 stands for all of them.`);
    default:
      return error;
  }
}
