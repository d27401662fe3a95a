import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { pino, type Logger as PinoLogger } from 'pino';
import { logOutput } from './common/logging/log-output.js';
import { StartError } from './common/start-error.js';
import { loadConfig, type Config } from './config.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { JobRunner } from './jobs/job-runner.js';
import { stopOnSignal, type StopStage } from './stop-on-signal.js';

/** A started application. */
export interface Running {
  app: INestApplicationContext;
  /** The line that tells people it is running. */
  ready: string;
  /** Stops accepting requests and lets those under way finish; returns how many connections it had to close. */
  drain?: (milliseconds: number) => Promise<number>;
}

/** How long requests and jobs under way may take after a stop signal. */
const graceMilliseconds = 9_500;

/**
 * Runs a process: reads the configuration, opens the database, calls `open`, and stops on a signal. When the start
 * fails, prints the reason and exits with status 1.
 */
export function runProcess(open: (config: Config, database: OpenDatabase) => Promise<Running>): void {
  // By default the heap grows to a multiple of what lives in it before it is collected, and what it took stays taken.
  setFlagsFromString('--heap-growing-percent=50');
  // A failed write (the disk is full, the reader is gone) must not end the process.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  const stopping = new AbortController();
  const started = start(open, stopping.signal);
  // A signal during the start waits until its next step, so that everything opened is closed.
  stopOnSignal(async () => {
    stopping.abort();
    return (await started)();
  });
  started.catch((error: unknown) => {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  });
}

async function start(
  open: (config: Config, database: OpenDatabase) => Promise<Running>,
  stopping: AbortSignal,
): Promise<() => StopStage[]> {
  const config = loadConfig();
  const endTelemetry = await startTelemetry(config);
  const logger: PinoLogger = pino({ level: config.LOG_LEVEL }, logOutput);
  const log = (message: string) => logger.info({ context: 'Database' }, message);
  const database = await openDatabase(config, log, stopping);
  const closing = [
    { name: 'the database', milliseconds: 4_000, run: () => database.close() },
    { name: 'traces and logs', milliseconds: 1_500, run: endTelemetry },
  ];
  if (stopping.aborted) return () => closing;
  try {
    const { app, ready, drain } = await open(config, database);
    console.log(ready);
    return () => [
      { name: 'requests', milliseconds: 10_500, run: () => finishWork(app, drain) },
      { name: 'connections', milliseconds: 1_500, run: () => app.close() },
      ...closing,
    ];
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @returns sends what is left, for a second at most: its receiver may be away */
async function startTelemetry(config: Config): Promise<() => Promise<void>> {
  if (!config.OTEL_EXPORTER_OTLP_ENDPOINT) return () => Promise.resolve();
  const { startOpenTelemetry } = await import('./tracing/open-telemetry.js');
  const end = startOpenTelemetry(config.OTEL_TRACES_SAMPLER_ARG);
  return () => Promise.race([end(), delay(1_000)]);
}

async function finishWork(app: INestApplicationContext, drain: Running['drain']): Promise<void> {
  const [cut] = await Promise.all([drain?.(graceMilliseconds), app.get(JobRunner).stop(graceMilliseconds)]);
  if (cut) app.get(Logger).warn(`${cut} connections were cut off`, 'Stop');
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
