import { startShopify, type TestShopify } from '../support/shopify.js';
import { faultTable, StoreFaults, type FaultRow } from '../support/store-faults.js';
import { signUp } from '../support/tenants.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

/** `npm run chaos:shopify` plays them longer, and prints the table. */
const kills = Number(process.env.SHOPIFY_KILLS ?? 1);
const patience = 90_000 + kills * 120_000;

describe('fulfilments while things go wrong, in real processes', () => {
  const rows: FaultRow[] = [];
  let shopify: TestShopify;
  let app: TestProcess;
  let faults: StoreFaults;
  beforeAll(async () => {
    shopify = await startShopify();
    app = await startTestProcess({ env: shopify.env });
    faults = new StoreFaults(shopify, app, await signUp(app));
  });
  afterAll(async () => {
    await app.close();
    await shopify.close();
    if (process.env.SHOPIFY_KILLS) process.stdout.write(`\n${faultTable(rows)}\n`);
  });

  it.each<[string, () => Promise<FaultRow>, number?]>([
    ['tokens that end under ten jobs', () => faults.tokensEnd(10)],
    ['a lost answer with new tokens', () => faults.refreshLost(4)],
    ['an empty bucket', () => faults.throttled(4)],
    ['a store that fails', () => faults.serverErrors(3)],
    ['a store that refuses', () => faults.userErrors(4)],
    // What was marked just before the app was removed can be told nothing more.
    ['an app that is removed amid a job', () => faults.uninstalled(4), 1],
    ['lost answers of fulfilments', () => faults.answerLost(4)],
    ['a process that is killed between fulfilment and note', () => faults.killed(kills)],
    ['a process that is killed between event and note', () => faults.killedAtEvents(Math.ceil(kills / 4))],
  ])(
    'each order is marked once in spite of %s',
    async (_, play, eventsOff = 0) => {
      const row = await play();
      rows.push(row);
      expect(row).toMatchObject({ made: row.expected, twice: 0, eventsOff, failed: 0 });
    },
    patience,
  );
});
