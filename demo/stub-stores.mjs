import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const root = new URL('..', import.meta.url);
const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** The stub of Shopify, as `npm run shopify:stub` starts it, on a free port. */
export async function startStub() {
  const child = spawn(process.execPath, [...flags, 'tools/shopify-stub/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /ready at (\S+)/.exec(line) ?? [];
    if (url) return { url, stop: () => child.kill() && ended };
  }
  throw new Error('The stub did not start; its reason is above.');
}

/** A store of the stub as its own staff see it: what its customers ordered, and what really became of it. */
export function storeOf(stubUrl, shop) {
  async function ask(path, body) {
    const response = await fetch(`${stubUrl}/_control${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
  return {
    shop,
    make: (kind, count) => ask(`/stores/${shop}/orders`, { kind, count }),
    orders: () => ask(`/stores/${shop}/orders`),
    /** The mails that the store sent to its customers. */
    notifications: () => ask(`/log?shop=${shop}&kind=notification`),
  };
}
