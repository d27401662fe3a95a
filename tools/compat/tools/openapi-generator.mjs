/** openapi-generator 5.0.0-beta2 of 2020: the newest that comes with its program, so that nothing else is fetched. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { followByPython } from '../guide-program.mjs';
import { bin, compileTypeScript, here, openapi, run } from '../support.mjs';

const packages = ['@openapitools/openapi-generator-cli'];
const jar = bin('@openapitools/openapi-generator-cli/bin/openapi-generator.jar');

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const unavailable = () => (works('java', ['-version']) ? undefined : 'no Java');

const generate = (generator) => (dir) =>
  run('java', ['-jar', jar, 'generate', '-g', generator, '-i', openapi, '-o', dir]);

const pythons = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.9'];
const python = () => pythons.find((name) => works(name, ['-c', 'import urllib3, six, dateutil, certifi']));

/** Its union has `{ kind: 'client' }`, its member an enum of its own with the one value `client`: both at once is never. */
const discriminator = /CreateInvitation\.ts.*Type 'string' is not assignable to type 'never'/;

const typescriptFetch = {
  name: 'openapi-generator typescript-fetch',
  packages,
  unavailable,
  generate: generate('typescript-fetch'),
  compile: (dir) => compileTypeScript(dir, join(here, 'jobs/global-fetch.d.ts'), discriminator),
};

const pythonClient = {
  name: 'openapi-generator python',
  packages,
  unavailable,
  generate: generate('python'),
  calls: async (dir, server) => {
    const found = python();
    if (!found) return 'skipped: no Python with urllib3, six, dateutil and certifi';
    const count = await run(found, [join(here, 'jobs/main_job.py')], {
      env: { WAYBILL_URL: server.url, PYTHONPATH: dir, PYTHONDONTWRITEBYTECODE: '1' },
    });
    await followByPython(found, dir, server);
    return `${Number(count)} calls, the guide’s program`;
  },
};

const kotlin = {
  name: 'openapi-generator kotlin',
  packages,
  unavailable,
  generate: generate('kotlin'),
};

export default [typescriptFetch, pythonClient, kotlin];
