import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { install } from './packed.mjs';
import { assertDone, bundle } from './projects.mjs';

const ending =
  'export default { fetch: async (_, { baseUrl }) => new Response(await program(sdk, baseUrl)) };';

const configFor = (baseUrl, port) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.mjs")],
      bindings = [(name = "baseUrl", text = "${baseUrl}")],
      compatibilityDate = "2025-01-01"
    )),
    (name = "internet", network = (allow = ["private", "public"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
`;

/** A worker of the kind that runs at Cloudflare, in workerd. */
export async function runInWorkerd(tarball, folder, baseUrl, [workerd]) {
  await install(tarball, folder);
  await writeFile(
    join(folder, 'worker.mjs'),
    await bundle(folder, { ending, format: 'esm', platform: 'neutral' }),
  );
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  await writeFile(join(folder, 'config.capnp'), configFor(baseUrl, port));
  const worker = spawn(workerd, ['serve', 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    assertDone(await ask(`http://127.0.0.1:${port}/`));
  } finally {
    worker.kill();
    await once(worker, 'exit');
  }
}

async function ask(url, tries = 50) {
  try {
    return await (await fetch(url)).text();
  } catch (error) {
    if (tries === 0) throw error;
    await pause(100);
    return ask(url, tries - 1);
  }
}
