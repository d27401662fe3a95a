import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { pino, type Logger as PinoLogger } from 'pino';
import { logOutput } from './common/log-output.js';
import { StartError } from './common/start-error.js';
import { loadConfig, type Config } from './config.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { JobRunner } from './jobs/job-runner.js';
import { stopOnSignal, type StopStage } from './stop-on-signal.js';

/** What runs, and the line for people that says so. */
export interface Running {
  app: INestApplicationContext;
  ready: string;
  /** Lets requests under way finish and takes no more; resolves with how many connections it had to cut off. */
  drain?: (milliseconds: number) => Promise<number>;
}

/** How long requests and jobs under way may take once the process is asked to stop. */
const graceMilliseconds = 9_500;

/**
 * The life of a process: configuration, database, `open`, until a signal ends it. A failing start says why and
 * leaves with status 1.
 */
export function runProcess(open: (config: Config, database: OpenDatabase) => Promise<Running>): void {
  // What cannot be written, for a full disk or a reader that left, must not end the process.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  const started = start(open);
  // A signal during the start waits for its end, so that nothing half open is left behind.
  stopOnSignal(async () => (await started)());
  started.catch((error: unknown) => {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  });
}

async function start(
  open: (config: Config, database: OpenDatabase) => Promise<Running>,
): Promise<() => StopStage[]> {
  const config = loadConfig();
  const logger: PinoLogger = pino({ level: config.LOG_LEVEL }, logOutput);
  const database = await openDatabase(config, (message) => logger.info({ context: 'Database' }, message));
  try {
    const { app, ready, drain } = await open(config, database);
    console.log(ready);
    return () => [
      { name: 'requests', milliseconds: 10_500, run: () => finishWork(app, drain) },
      { name: 'connections', milliseconds: 1_500, run: () => app.close() },
      { name: 'the database', milliseconds: 4_000, run: () => database.close() },
    ];
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function finishWork(app: INestApplicationContext, drain: Running['drain']): Promise<void> {
  const [cut] = await Promise.all([drain?.(graceMilliseconds), app.get(JobRunner).stop(graceMilliseconds)]);
  if (cut) app.get(Logger).warn(`${cut} connections were cut off`, 'Stop');
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
