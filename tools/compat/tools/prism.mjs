/** Prism between the demo and its server: each request and answer is held to the document, and all that do not fit are told. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../../demo/fresh-server.mjs';
import { openFreshStage } from '../../../demo/stage.mjs';
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

/** What Prism cannot pass on: it reads texts, and waits for their end. */
const pastPrism = /^\/v1\/(events\/stream|stops\/[^/]+\/proof$|orders\/[^/]+\/proof-of-delivery\.pdf)/;

/** One address for Prism and, where Prism does not do, for the server behind it. */
async function startDoor(prism, upstream) {
  const server = createServer((request, response) => {
    const { url, method, headers } = request;
    const onward = send((pastPrism.test(url) ? upstream : prism) + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.once('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export default {
  name: 'prism',
  packages: ['@stoplight/prism-cli'],
  calls: async () => {
    const stage = await openFreshStage();
    const proxy = await startProxy(stage.url);
    const door = await startDoor(proxy.url, stage.url);
    try {
      await node([join(root, 'demo/demo.mjs')], {
        cwd: root,
        env: { DEMO_URL: door.url, DEMO_DATA_DIR: stage.dataDir, SHOPIFY_STUB_URL: stage.stubUrl },
      });
    } finally {
      door.close();
      await proxy.stop();
      await stage.stop();
    }
    const lines = proxy.log().split('\n');
    const violations = lines.filter((line) => line.includes('Violation:'));
    if (violations.length > 0) throw new Error(violations.join('\n'));
    return `${lines.filter((line) => line.includes('Request received')).length} requests of the demo, 0 violations`;
  },
};
