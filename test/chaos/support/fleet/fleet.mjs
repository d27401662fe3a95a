import { setTimeout as delay } from 'node:timers/promises';
import { startPooler } from '../../../support/pgbouncer.mjs';
import { importsEnd } from '../audit.mjs';
import { Caller } from '../caller.mjs';
import { startLoad } from '../load.mjs';
import { freePort } from '../processes.mjs';
import { OwnRedis } from '../redis.mjs';
import { Server, Worker } from '../server.mjs';
import { addTenant } from '../tenant.mjs';
import { upload } from '../work.mjs';
import { World } from '../world.mjs';
import { startBalancer } from './balancer.mjs';
import { auditEffects, settleEffects } from './effects.mjs';
import { Receiver } from './receiver.mjs';
import { startSubmits } from './submits.mjs';

const warmUpMilliseconds = 2_000;
/** Orders are there for a scenario of so many seconds. */
const longestSeconds = 120;

const uploader = {
  as: 'client',
  tasks: [[1, (desk, caller) => upload(desk, caller, { rows: 200 })]],
  pause: 2_000,
};

/**
 * Two API processes, with one address for both, and two workers on one PostgreSQL and one Redis. A client submits orders
 * at a steady rate and uploads now and then; its own server and its dispatcher's are told of every submit by webhook.
 */
export class Fleet extends World {
  apis = [];
  workers = [];
  /** Ids of orders that nobody has asked to submit. */
  drafts = [];
  /** Orders whose submit was acknowledged, and after how many seconds. */
  submits = new Map();
  /** The paths of the webhook endpoints. */
  hooks = ['/dispatcher', '/client'];

  get servers() {
    return [...this.apis, ...this.workers];
  }

  async start({ env }, { rate }) {
    this.rate = rate;
    await this.openPostgres();
    this.pooler = process.env.TEST_POOLER && (await startPooler(this.postgres.url));
    this.redis = await OwnRedis.open();
    this.receiver = await Receiver.open();
    const ports = [await freePort(), await freePort()];
    this.balancer = await startBalancer(ports);
    const shared = {
      folder: this.folder,
      env: {
        ...this.environment(),
        DATABASE_URL: this.postgres.url,
        ...(this.pooler && {
          DATABASE_URL: this.pooler.before(this.postgres.url),
          DATABASE_DIRECT_URL: this.postgres.url,
        }),
        // Of four processes together, as many as PostgreSQL lets in.
        DATABASE_POOL_SIZE: '15',
        REDIS_URL: this.redis.url,
        PUBLIC_URL: this.balancer.url,
        WEBHOOK_ALLOW_PRIVATE: 'true',
        ...env,
      },
    };
    this.apis = ports.map((port, n) => new Server({ ...shared, port, name: `api-${n + 1}` }));
    this.workers = [1, 2].map((n) => new Worker({ ...shared, name: `worker-${n}` }));
    await Promise.all(this.servers.map((server) => server.start()));
    this.server = this.apis[0];
    this.tenant = await addTenant(this.server.url);
  }

  /** Breaks things while orders are submitted; afterwards every effect must be there once. */
  async play({ play, isOwnShow = false }) {
    if (isOwnShow) return play(this);
    await this.#prepare();
    const [submits, uploads] = [startSubmits(this), startLoad(this, [uploader])];
    try {
      await delay(warmUpMilliseconds);
      await play(this);
    } finally {
      this.reached = await submits.stop();
      await uploads.stop();
    }
    await this.restartGone();
    await settleEffects(this);
    this.tally = await auditEffects(this);
  }

  async #prepare() {
    const caller = new Caller(this.server.url, this.tenant.client);
    await upload(this, caller, { rows: this.rate * longestSeconds });
    caller.close();
    await importsEnd(this);
    const drafts = await this.postgres.query("select id from orders where status = 'draft'");
    this.drafts = drafts.map(({ id }) => id);
    await Promise.all(this.hooks.map((path) => this.#subscribe(path)));
  }

  async #subscribe(path) {
    const caller = new Caller(this.server.url, this.tenant[path.slice(1)]);
    const body = { url: this.receiver.url + path, events: ['order.submitted'] };
    const { kind, detail, body: endpoint } = await caller.ask('POST', '/v1/webhook-endpoints', { body });
    caller.close();
    if (kind !== 'done') throw new Error(`No webhook endpoint: ${detail}`);
    await this.receiver.trust(path, endpoint.secret);
  }

  async close(options) {
    await super.close(options);
    await this.pooler?.stop();
    this.receiver?.close();
    this.balancer?.close();
  }
}
