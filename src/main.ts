import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { ConfigError, loadConfig } from './config.js';
import { configureApp, httpAdapter } from './configure-app.js';
import { openDatabase } from './database/open-database.js';
import { stopOnSignal } from './stop-on-signal.js';

async function main(): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase(config);
  try {
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with(config, database.url),
      httpAdapter(config),
      { bufferLogs: true, abortOnError: false },
    );
    app.useLogger(app.get(Logger));
    await configureApp(app);
    await app.listen(config.PORT, config.HOST);
    stopOnSignal(async () => {
      await app.close();
      await database.close();
    });
    console.log(`Waybill is ready: ${config.PUBLIC_URL}/docs`);
  } catch (error) {
    await database.close();
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
