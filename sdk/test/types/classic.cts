/** What a program in CommonJS writes, against the published types. */
import sdk = require('waybill-sdk');
import { RateLimitError, fileFrom } from 'waybill-sdk';

async function main(): Promise<number> {
  const waybill = new sdk.Waybill({ baseUrl: 'https://portal.example.com', apiKey: 'wb_live_not-a-key' });
  const { items } = await waybill.depots.list({ limit: 10 });
  const file: File = await fileFrom('./orders.csv');
  return items.length + file.size;
}

main().catch((error: unknown) => {
  if (error instanceof RateLimitError) console.log(error.retryAfter);
  if (error instanceof sdk.WaybillError) console.log(error.status);
});
