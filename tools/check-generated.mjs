/** Generates the OpenAPI document and the SDK's generated part elsewhere and compares them with the committed ones. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './project-node.mjs';

const [, , scratch] = process.argv;
const run = (...args) =>
  execFileSync(projectNode(), args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function differences(made, kept) {
  const names = new Set([...made.keys(), ...kept.keys()]);
  return [...names].filter((name) => made.get(name) !== kept.get(name)).sort();
}

const documents = ['openapi.json', 'openapi-3.1.json'];
const generated = join(scratch, 'generated');
run('dist/openapi.cli.js', scratch);
run('sdk/generate.mjs', join(scratch, 'openapi.json'), generated);

const stale = [
  ...documents
    .filter((name) => textOf(join(scratch, name)) !== textOf(join(root, 'openapi', name)))
    .map((name) => `openapi/${name}`),
  ...differences(filesOf(generated), filesOf(join(root, 'sdk/src/generated'))).map(
    (name) => `sdk/src/generated/${name}`,
  ),
];
if (stale.length > 0) {
  console.error(
    `Not what the code makes today:\n  ${stale.join('\n  ')}\nRun npm run generate and commit the result.`,
  );
  process.exit(1);
}
