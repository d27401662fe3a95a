import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { audit, settle } from './audit.mjs';
import { Ledger } from './ledger.mjs';
import { startLoad } from './load.mjs';
import { EmbeddedPostgres, OwnPostgres } from './postgres.mjs';
import { freePort } from './processes.mjs';
import { OwnRedis } from './redis.mjs';
import { Server } from './server.mjs';
import { addTenant } from './tenant.mjs';
import { WriteLog } from './write-log.mjs';

const wellSeconds = 30;
const warmUpMilliseconds = 1_500;

/** A running server with its database, one tenant and an empty ledger; scenarios break things in it. */
export class World {
  /** Seconds until well again, and until stopped, one for each round. */
  well = [];
  stops = [];
  /** Of the servers, beside those that all have: set them in `prepare`. */
  settings = {};
  /** The one that was opened last, also while it is still opening. */
  static latest = undefined;

  static async open(scenario, random, options) {
    const world = (World.latest = new this());
    world.random = random;
    world.patience = scenario.patience;
    world.ledger = new Ledger(scenario.allowed);
    world.writes = new WriteLog(scenario.name);
    world.folder = await mkdtemp(join(tmpdir(), 'waybill-chaos-'));
    // PostgreSQL's own account has to pass.
    await chmod(world.folder, 0o755);
    world.dataDir = join(world.folder, 'data');
    await mkdir(world.dataDir);
    try {
      await scenario.prepare?.(world);
      await world.start(scenario, options);
    } catch (error) {
      await world.close();
      throw error;
    }
    return world;
  }

  /** The processes of Waybill. */
  get servers() {
    return this.server ? [this.server] : [];
  }

  /** How they ended when nobody asked them to. */
  get unasked() {
    return this.servers.flatMap(({ unasked }) => unasked);
  }

  async start({ postgres, redis, env }) {
    if (postgres === 'own') await this.openPostgres();
    else this.postgres = new EmbeddedPostgres(this.dataDir);
    if (redis) this.redis = await OwnRedis.open();
    this.server = new Server({
      port: await freePort(),
      folder: this.folder,
      env: {
        ...this.environment(),
        ...(postgres === 'own' && { DATABASE_URL: this.postgres.url }),
        ...(redis && { REDIS_URL: this.redis.url, RUN_JOBS: 'inline' }),
        ...env,
      },
    });
    await this.server.start();
    this.tenant = await addTenant(this.server.url);
  }

  async openPostgres() {
    await mkdir(join(this.folder, 'own'));
    this.postgres = await OwnPostgres.open(join(this.folder, 'own'));
  }

  environment() {
    return {
      DATA_DIR: this.dataDir,
      JWT_SECRET: randomBytes(24).toString('hex'),
      ACCESS_TOKEN_MINUTES: '240',
      RATE_LIMIT_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      ...this.settings,
    };
  }

  /** Breaks things while everybody is at work; afterwards all must come to its end and be there. */
  async play({ play, verify, idle = false }) {
    const load = idle ? undefined : startLoad(this);
    try {
      await delay(idle ? 0 : warmUpMilliseconds);
      await play(this);
    } finally {
      await load?.stop();
    }
    await this.restartGone();
    await settle(this);
    this.tally = await audit(this);
    await verify?.(this);
  }

  async restartGone() {
    for (const server of this.servers) await server.restartIfGone();
  }

  /** Waits until nothing but good answers come, counted from a moment; false when that does not happen. */
  async becomesWell(from) {
    const deadline = performance.now() + wellSeconds * 1000;
    while (performance.now() < deadline) {
      await this.restartGone();
      const seconds = this.ledger.secondsUntilWell(from);
      if (seconds !== undefined) return this.well.push(seconds) > 0;
      await delay(100);
    }
    this.well.push(Infinity);
    this.ledger.finding(`not well again within ${wellSeconds} s`);
    return false;
  }

  async stop(limitSeconds = 15, server = this.server) {
    const { seconds, status } = await server.stop();
    this.stops.push(seconds);
    if (seconds > limitSeconds)
      this.ledger.finding(`a stop took over ${limitSeconds} s`, `${seconds.toFixed(1)} s`);
    if (status !== 0) this.ledger.finding('a stop ended badly', `status ${status}`);
  }

  async close({ keep = false } = {}) {
    await Promise.all(this.servers.filter(({ child }) => child).map((server) => server.stop()));
    await this.redis?.close();
    await this.postgres?.close();
    await this.afterwards?.();
    if (!keep) await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
