import { startFreshServer } from './fresh-server.mjs';
import { startStub } from './stub-stores.mjs';

/**
 * Where the demo plays: a fresh Waybill that asks a stub in place of Shopify. The server of `DEMO_URL`, whose mail is in
 * `DEMO_DATA_DIR`, whose stub is at `SHOPIFY_STUB_URL` and which may call webhooks here, is left running.
 */
export async function openStage() {
  const { DEMO_URL: url, DEMO_DATA_DIR: dataDir, SHOPIFY_STUB_URL: stubUrl } = process.env;
  if (url && dataDir && stubUrl) return { url, dataDir, stubUrl, stop: async () => {} };
  return openFreshStage();
}

export async function openFreshStage() {
  const stub = await startStub();
  try {
    const server = await startFreshServer({ SHOPIFY_STUB_URL: stub.url });
    const stop = async () => {
      await server.stop();
      await stub.stop();
    };
    return { url: server.url, dataDir: server.dataDir, stubUrl: stub.url, stop };
  } catch (error) {
    await stub.stop();
    throw error;
  }
}
