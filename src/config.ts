import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { withoutEndSlashes } from './common/http/end-slashes.js';
import { StartError } from './common/start-error.js';
import { storageUrl } from './common/storage-url.js';

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true' || value === '1');
const count = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);
const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `expected a ${protocols.join('/')} URL`,
  });

const list = (value: string) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const isKey = (text: string) =>
  /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32;

const shortestSecret = 32;

/** Every environment variable Waybill reads; all optional in development. */
const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: count(3000, 0, 65_535),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATABASE_DIRECT_URL: url('postgres', 'postgresql').optional(),
  DATABASE_REPLICA_URL: url('postgres', 'postgresql').optional(),
  DATABASE_REPLICA_LAG_SECONDS: count(10, 1, 3_600),
  DATABASE_POOL_SIZE: count(20, 7, 500),
  REDIS_URL: url('redis', 'rediss').optional(),
  REDIS_CLUSTER: flag(false),
  PUBLIC_URL: url('http', 'https').optional(),
  DOCS: z.enum(['on', 'off']).default('on'),
  JWT_SECRET: z.string().min(shortestSecret, `needs ${shortestSecret} characters or more`).optional(),
  ACCESS_TOKEN_MINUTES: count(15, 1, 1_440),
  SESSION_DAYS: count(30, 1, 365),
  INVITATION_DAYS: count(7, 1, 90),
  SIGNUP_ENABLED: flag(true),
  SIGNUPS_PER_HOUR: count(600, 1, 1_000_000),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().min(3).default('Waybill <no-reply@waybill.localhost>'),
  STORAGE_URL: storageUrl.optional(),
  CORS_ORIGINS: z.string().default(''),
  TRUST_PROXY: z
    .string()
    .regex(
      /^(true|false|\d{1,2}|[0-9a-fA-F:., /]+)$/,
      'expected true, false, a number of proxies or their addresses',
    )
    .default('false'),
  WEBHOOK_ALLOW_PRIVATE: flag(false),
  ENCRYPTION_KEYS: z
    .string()
    .refine((value) => list(value).length > 0 && list(value).every(isKey), {
      error: 'expected keys of 32 bytes in Base64, separated by commas; the first seals, all open',
    })
    .optional(),
  SHOPIFY_API_KEY: z.string().min(1).optional(),
  SHOPIFY_API_SECRET: z.string().min(1).optional(),
  SHOPIFY_STUB_URL: url('http', 'https').optional(),
  OSRM_URL: url('http', 'https').optional(),
  RATE_LIMIT_PER_MINUTE: count(6_000, 1, 10_000_000),
  TEAM_RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(50_000_000).optional(),
  RUN_JOBS: z.enum(['inline', 'worker']).optional(),
  QUEUE_BOARD: flag(false),
  QUEUE_BOARD_OWNERS: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_TOKEN: z.string().min(16, 'needs 16 characters or more').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  EVENT_RETENTION_DAYS: count(90, 1, 3_650),
  EVENT_STREAMS_PER_CALLER: count(100, 1, 100_000),
  EVENT_STREAMS_PER_TEAM: count(1_000, 1, 100_000),
  IMPORT_MAX_BYTES: count(50 * 1024 * 1024, 1_024, 2 ** 31),
  IMPORT_MAX_ROWS: count(500_000, 1, 10_000_000),
  IMPORT_MAX_COLUMNS: count(200, 1, 10_000),
  IMPORT_MAX_SECONDS: count(30, 1, 3_600),
  IMPORT_MAX_CELL_LENGTH: count(32 * 1024, 100, 2 ** 24),
});
const environment = variables
  .refine(({ DATABASE_URL, DATABASE_DIRECT_URL }) => !DATABASE_DIRECT_URL || DATABASE_URL, {
    path: ['DATABASE_DIRECT_URL'],
    error: 'is the way past the pooler that DATABASE_URL leads to: set both, or neither',
  })
  .refine(({ QUEUE_BOARD, REDIS_URL }) => !QUEUE_BOARD || REDIS_URL, {
    path: ['QUEUE_BOARD'],
    error: 'needs REDIS_URL: without, no queue is in Redis',
  })
  .refine(({ QUEUE_BOARD, QUEUE_BOARD_OWNERS }) => !QUEUE_BOARD || list(QUEUE_BOARD_OWNERS).length > 0, {
    path: ['QUEUE_BOARD_OWNERS'],
    error: 'the board needs somebody who may see it',
  })
  // With 0 each gets a free one.
  .refine(({ PORT, METRICS_PORT }) => !METRICS_PORT || METRICS_PORT !== PORT, {
    path: ['METRICS_PORT'],
    error: 'needs a port of its own, other than PORT',
  })
  .refine(({ SHOPIFY_API_KEY, SHOPIFY_API_SECRET }) => !SHOPIFY_API_KEY === !SHOPIFY_API_SECRET, {
    path: ['SHOPIFY_API_SECRET'],
    error: 'set both, SHOPIFY_API_KEY and SHOPIFY_API_SECRET, or neither',
  })
  .refine(({ NODE_ENV, SHOPIFY_STUB_URL }) => NODE_ENV !== 'production' || !SHOPIFY_STUB_URL, {
    path: ['SHOPIFY_STUB_URL'],
    error: 'is for development: with NODE_ENV=production no store is a stub',
  })
  .refine(
    ({ NODE_ENV, SHOPIFY_API_KEY, ENCRYPTION_KEYS }) =>
      NODE_ENV !== 'production' || !SHOPIFY_API_KEY || ENCRYPTION_KEYS,
    {
      path: ['ENCRYPTION_KEYS'],
      error: 'required with SHOPIFY_API_KEY when NODE_ENV=production: stores’ tokens are sealed by it',
    },
  );

/** The names of all variables, in the order of the guide's table. */
export const variableNames = Object.keys(variables.shape);

type Environment = z.output<typeof variables>;

/** The settings of one process, parsed once at start. */
export interface Config extends Omit<
  Environment,
  | 'JWT_SECRET'
  | 'PUBLIC_URL'
  | 'RUN_JOBS'
  | 'QUEUE_BOARD_OWNERS'
  | 'ENCRYPTION_KEYS'
  | 'SHOPIFY_API_KEY'
  | 'SHOPIFY_API_SECRET'
  | 'CORS_ORIGINS'
  | 'TRUST_PROXY'
  | 'TEAM_RATE_LIMIT_PER_MINUTE'
> {
  JWT_SECRET: string;
  /** Where browsers reach this API, without a trailing slash. */
  PUBLIC_URL: string;
  RUN_JOBS: 'inline' | 'worker';
  /** Keys of 32 bytes for what is kept sealed. The first seals, all open; absent: made from `JWT_SECRET`. */
  ENCRYPTION_KEYS: Buffer[];
  /** Key and secret of the app by which stores are connected; absent: none can be. */
  SHOPIFY_APP?: { key: string; secret: string };
  /** E-mails, in lower case. */
  QUEUE_BOARD_OWNERS: string[];
  CORS_ORIGINS: string[];
  TEAM_RATE_LIMIT_PER_MINUTE: number;
  /** Which proxies' `X-Forwarded-For` is trusted: all, none, a number of them, or these addresses. */
  TRUST_PROXY: boolean | string | ((address: string, hop: number) => boolean);
}

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('CONFIG');

export class ConfigError extends StartError {}

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError naming each wrong variable and what is allowed.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is not usable:\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  return {
    ...values,
    DATA_DIR: resolve(values.DATA_DIR),
    JWT_SECRET: values.JWT_SECRET ?? storedSecret(values),
    PUBLIC_URL: withoutEndSlashes(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`),
    RUN_JOBS: values.RUN_JOBS ?? (values.REDIS_URL ? 'worker' : 'inline'),
    ENCRYPTION_KEYS: list(values.ENCRYPTION_KEYS ?? '').map((key) => Buffer.from(key, 'base64')),
    SHOPIFY_APP: shopifyApp(values),
    QUEUE_BOARD_OWNERS: list(values.QUEUE_BOARD_OWNERS.toLowerCase()),
    CORS_ORIGINS: list(values.CORS_ORIGINS),
    TRUST_PROXY: trustedProxies(values.TRUST_PROXY),
    TEAM_RATE_LIMIT_PER_MINUTE: values.TEAM_RATE_LIMIT_PER_MINUTE ?? values.RATE_LIMIT_PER_MINUTE * 5,
  };
}

/** The stub store takes these of whoever sets none. */
export const stubApp = { key: 'waybill-stub-key', secret: 'waybill-stub-secret-0123456789abcdef' };

function shopifyApp({ SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_STUB_URL }: Environment) {
  if (SHOPIFY_API_KEY && SHOPIFY_API_SECRET) return { key: SHOPIFY_API_KEY, secret: SHOPIFY_API_SECRET };
  return SHOPIFY_STUB_URL ? stubApp : undefined;
}

function trustedProxies(value: string): Config['TRUST_PROXY'] {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d+$/.test(value) ? (_address, hop) => hop < Number(value) : value;
}

/** The file of the secret that is used when the environment sets none. */
export function secretFile(dataDir: string): string {
  return join(resolve(dataDir), 'jwt-secret');
}

/** Reads the stored secret, creating it on first use: restarts must not sign everyone out. */
function storedSecret({ NODE_ENV, DATA_DIR }: Environment): string {
  if (NODE_ENV === 'production') {
    throw new ConfigError(
      'The configuration is not usable:\n  JWT_SECRET: required when NODE_ENV=production (32 characters or more)',
    );
  }
  const file = secretFile(DATA_DIR);
  const secret = read(file) ?? makeSecret(file);
  if (secret.length < shortestSecret) {
    throw new ConfigError(
      `The configuration is not usable:\n  ${file} holds ${secret.length} characters, and a secret needs ${shortestSecret} or more. ` +
        'Put the old one back. Or delete the file, and a new one is made: everyone has to sign in again then, and links sent before stop working.',
    );
  }
  return secret;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ConfigError(`The configuration is not usable:\n  DATA_DIR: ${(error as Error).message}`);
  }
}

/** Atomic: the file gets its name when it is complete, and only the first of several processes succeeds. */
function makeSecret(file: string): string {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new ConfigError(`The configuration is not usable:\n  DATA_DIR: ${(error as Error).message}`);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return read(file) ?? '';
}
