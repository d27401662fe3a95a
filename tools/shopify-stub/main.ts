/** `npm run shopify:stub`: the stub store for developing offline. */
import { startStub } from './server.ts';

const { env } = process;
const stub = await startStub({
  host: env.HOST ?? '127.0.0.1',
  port: Number(env.PORT ?? 4000),
  ...(env.SHOPIFY_API_KEY && { key: env.SHOPIFY_API_KEY }),
  ...(env.SHOPIFY_API_SECRET && { secret: env.SHOPIFY_API_SECRET }),
  ...(env.SHOPIFY_STUB_COMPLIANCE_URL && { complianceUrl: env.SHOPIFY_STUB_COMPLIANCE_URL }),
});
console.log(`The stub store is ready at ${stub.url}`);
console.log(`Start Waybill with SHOPIFY_STUB_URL=${stub.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stub.close().then(() => process.exit(0)));
