import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StubControl } from '../../tools/shopify-stub/control-client.ts';
import { startStub, type StubOptions } from '../../tools/shopify-stub/server.ts';

export type { LogEntry, OrderSnapshot, StoreControl } from '../../tools/shopify-stub/control-client.ts';

export interface ShopifyStub extends StubControl {
  /** What `SHOPIFY_STUB_URL` is set to. */
  url: string;
  close(): Promise<void>;
}

/** The stub store on a free port, in this process. */
export async function startShopifyStub(options: StubOptions = {}): Promise<ShopifyStub> {
  const stub = await startStub(options);
  return Object.assign(new StubControl(stub.url), { close: () => stub.close() });
}

/** The stub store as `npm run shopify:stub` starts it, on a free port in a process of its own. */
export async function spawnShopifyStub(env: Record<string, string> = {}): Promise<ShopifyStub> {
  const child = spawn(process.execPath, ['tools/shopify-stub/main.ts'], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [, found] = /ready at (\S+)/.exec(output) ?? [];
      if (found) resolve(found);
    });
    void exited.then(() => reject(new Error(`The stub ended before it was ready: ${output}`)));
  });
  const close = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return Object.assign(new StubControl(url), { close });
}
