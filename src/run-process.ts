import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { pino, type Logger as PinoLogger } from 'pino';
import { ConfigError, loadConfig, type Config } from './config.js';
import { openDatabase } from './database/open-database.js';
import { stopOnSignal } from './stop-on-signal.js';

/** What runs, and the line for people that says so. */
export interface Running {
  app: INestApplicationContext;
  ready: string;
}

/**
 * The life of a process: configuration, database, `open`, until a signal ends it. A failing start says why and
 * leaves with status 1.
 */
export function runProcess(open: (config: Config, databaseUrl: string) => Promise<Running>): void {
  const started = start(open);
  // A signal during the start waits for its end, so that nothing half open is left behind.
  stopOnSignal(async () => (await started)());
  started.catch((error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  });
}

async function start(
  open: (config: Config, databaseUrl: string) => Promise<Running>,
): Promise<() => Promise<void>> {
  const config = loadConfig();
  const logger: PinoLogger = pino({ level: config.LOG_LEVEL });
  const database = await openDatabase(config, (message) => logger.info({ context: 'Database' }, message));
  try {
    const { app, ready } = await open(config, database.url);
    console.log(ready);
    return async () => {
      await app.close();
      await database.close();
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What Nest says of each module and route at every start. */
const chatter = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestApplicationContext',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Has the application write its log as JSON lines, the framework's own start only in `debug`. */
export function useJsonLog(app: INestApplicationContext): void {
  const logger = app.get(Logger);
  const log = logger.log.bind(logger);
  logger.log = (message: unknown, ...rest: unknown[]) =>
    chatter.has(String(rest.at(-1))) ? logger.debug(message, ...rest) : log(message, ...rest);
  app.useLogger(logger);
}
