import { setTimeout as delay } from 'node:timers/promises';
import { OrderTextIndexer, staleSql } from '../../src/modules/orders/search/order-text-indexer.js';
import type { TestApp } from './test-app.js';

/** Brings every text into the index, also what the app's own indexer has taken and not yet brought. */
export async function indexTexts({ nest, database }: TestApp): Promise<void> {
  while ((await database.query(staleSql)).length > 0) {
    await nest.get(OrderTextIndexer).indexBatch();
    await delay(0);
  }
}
