/** Generates the OpenAPI document and the SDK's generated part elsewhere and compares them with the committed ones. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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

function differences(made, kept) {
  const names = new Set([...made.keys(), ...kept.keys()]);
  return [...names].filter((name) => made.get(name) !== kept.get(name)).sort();
}

const document = join(scratch, 'openapi.json');
const generated = join(scratch, 'generated');
run('dist/openapi.cli.js', document);
run('sdk/generate.mjs', document, generated);

const stale = [
  ...(readFileSync(document, 'utf8') === readFileSync(join(root, 'openapi/openapi.json'), 'utf8')
    ? []
    : ['openapi/openapi.json']),
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
