import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { JobRunner } from './jobs/job-runner.js';
import type { Running } from './run-process.js';

/** How long requests and jobs under way may take after a stop signal. */
const graceMilliseconds = 9_500;

/**
 * @param ready the line that tells people it is running
 * @param drain stops accepting requests and lets those under way finish; returns how many connections it had to close
 */
export function runningApp(
  app: INestApplicationContext,
  ready: string,
  drain?: (milliseconds: number) => Promise<number>,
): Running {
  const finish = async () => {
    const [cut] = await Promise.all([drain?.(graceMilliseconds), app.get(JobRunner).stop(graceMilliseconds)]);
    if (cut) app.get(Logger).warn(`${cut} connections were cut off`, 'Stop');
  };
  return { ready, finish, close: () => app.close() };
}

/** Loggers of Nest that report each module and route at every start. */
const startLoggers = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestApplicationContext',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Makes the application log JSON lines; Nest's own start messages only at level `debug`. */
export function useJsonLog(app: INestApplicationContext): void {
  const logger = app.get(Logger);
  const log = logger.log.bind(logger);
  logger.log = (message: unknown, ...rest: unknown[]) =>
    startLoggers.has(String(rest.at(-1))) ? logger.debug(message, ...rest) : log(message, ...rest);
  app.useLogger(logger);
}
