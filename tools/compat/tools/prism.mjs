/** Prism between the demo and its server: each request and answer is held to the document, and all that do not fit are told. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../../demo/fresh-server.mjs';
import { bin, node, openapi, root } from '../support.mjs';

async function startProxy(upstream) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [bin('@stoplight/prism-cli/dist/index.js'), 'proxy', openapi, upstream, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } },
  );
  const ended = once(child, 'exit');
  let log = '';
  const listening = new Promise((resolve, reject) => {
    const read = (chunk) => {
      log += chunk;
      if (log.includes('Prism is listening')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`Prism did not start:\n${log}`)));
  });
  await listening;
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => log,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

export default {
  name: 'prism',
  packages: ['@stoplight/prism-cli'],
  calls: async (_dir, server) => {
    const proxy = await startProxy(server.url);
    try {
      await node([join(root, 'demo/demo.mjs')], {
        cwd: root,
        env: { DEMO_URL: proxy.url, DEMO_DATA_DIR: server.dataDir },
      });
    } finally {
      await proxy.stop();
    }
    const lines = proxy.log().split('\n');
    const violations = lines.filter((line) => line.includes('Violation:'));
    if (violations.length > 0) throw new Error(violations.join('\n'));
    return `${lines.filter((line) => line.includes('Request received')).length} requests of the demo, 0 violations`;
  },
};
