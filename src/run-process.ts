import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { logOutput } from './common/logging/log-output.js';
import { StartError } from './common/start-error.js';
import { loadConfig, type Config } from './config.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { stopOnSignal, type StopStage } from './stop-on-signal.js';

/** A started application. */
export interface Running {
  /** The line that tells people it is running. */
  ready: string;
  /** Accepts no more requests and jobs, and lets those under way finish. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the application on an open database. */
export type Open = (config: Config, database: OpenDatabase) => Promise<Running>;

type Load = () => Promise<{ open: Open }>;

/**
 * Runs a process: reads the configuration, opens the database and meanwhile loads the application, starts it, and stops
 * on a signal. When the start fails, prints the reason and exits with status 1.
 */
export function runProcess(load: Load): void {
  // By default the heap grows to a multiple of what lives in it before it is collected, and what it took stays taken.
  setFlagsFromString('--heap-growing-percent=50');
  // A failed write (the disk is full, the reader is gone) must not end the process.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  const stopping = new AbortController();
  const started = start(load, stopping.signal);
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

async function start(load: Load, stopping: AbortSignal): Promise<() => StopStage[]> {
  const config = loadConfig();
  const endTelemetry = await startTelemetry(config);
  const logger = pino({ level: config.LOG_LEVEL }, logOutput);
  const log = (message: string) => logger.info({ context: 'Database' }, message);
  let loading: ReturnType<Load> | undefined;
  const database = await openDatabase(config, log, {
    stopping,
    waiting: () => {
      loading = load();
      // Whether it failed is asked once the database is open.
      loading.catch(() => undefined);
    },
  });
  const closing = [
    { name: 'the database', milliseconds: 4_000, run: () => database.close() },
    { name: 'traces and logs', milliseconds: 1_500, run: endTelemetry },
  ];
  if (stopping.aborted) return () => closing;
  try {
    const { open } = await (loading ?? load());
    const running = await open(config, database);
    console.log(running.ready);
    return () => [
      { name: 'requests', milliseconds: 10_500, run: () => running.finish() },
      { name: 'connections', milliseconds: 1_500, run: () => running.close() },
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
