/** Makes `sdk/src/generated` from `openapi/openapi.json`, or, as arguments, another folder from another document. */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'openapi-typescript-codegen';
import ts from 'typescript';

const sdk = dirname(fileURLToPath(import.meta.url));
const [, , input = join(sdk, '../openapi/openapi.json'), output = join(sdk, 'src/generated')] = process.argv;

await rm(output, { recursive: true, force: true });
await generate({
  input,
  output,
  httpClient: 'fetch',
  clientName: 'GeneratedClient',
  useOptions: true,
  useUnionTypes: true,
  request: join(sdk, 'request.template'),
});

// ES modules name their files; the generator does not.
for (const entry of await readdir(output, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  const source = await readFile(file, 'utf8');
  const named = source.replace(/(from '\.[^']*)'/g, "$1.js'");
  // The transport holds an answer to what the call is promised.
  const promising = named
    .replace(
      /(CancelablePromise<void> \{\n +return this\.httpRequest\.request\(\{\n)( +)/g,
      "$1$2accept: '',\n$2",
    )
    .replace(
      /(CancelablePromise<Blob> \{\n +return this\.httpRequest\.request\(\{\n)( +)/g,
      "$1$2accept: '*/*',\n$2",
    )
    .replace(/(readonly method: .*\n)( +)/, '$1$2readonly accept?: string;\n$2');
  // The answers' texts say what went wrong; the services' lists of statuses would only make the bundle larger.
  await writeFile(
    file,
    openToUndefined(promising)
      .replace(/^ +errors: \{\n(?: +\d+: .*\n)* +\},\n/gm, '')
      .trimEnd() + '\n',
  );
}

/** What may be left out may be undefined as well, for programs under `exactOptionalPropertyTypes`. */
function openToUndefined(source) {
  const ends = [];
  const visit = (node) => {
    if (ts.isPropertySignature(node) && node.questionToken && node.type) ends.push(node.type.end);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('generated.ts', source, ts.ScriptTarget.Latest));
  return ends
    .sort((a, b) => b - a)
    .reduce((text, end) => `${text.slice(0, end)} | undefined${text.slice(end)}`, source);
}

/** The document lists the API's error codes and their statuses; as a type they tell the errors apart. */
const document = JSON.parse(await readFile(input, 'utf8'));
const statuses = Object.entries(document.components.schemas.Problem.properties.code['x-statuses']);
const byStatus = Object.groupBy(statuses, ([, status]) => status);
const lines = Object.entries(byStatus).map(
  ([status, codes]) => `    ${status}: ${codes.map(([code]) => `'${code}'`).join(' | ')};\n`,
);
await writeFile(
  join(output, 'models/ProblemCode.ts'),
  `/* generated from the OpenAPI document -- do not edit */
/** The codes of each status. */
export interface ProblemCodes {
${lines.join('')}}
export type ProblemCode = ProblemCodes[keyof ProblemCodes];
`,
);

// Whoever uses the SDK meets neither the generator's error class, which is never thrown, nor its global settings.
const index = join(output, 'index.ts');
const exported = (await readFile(index, 'utf8'))
  .split('\n')
  .filter((line) => !/\/(ApiError|OpenAPI)\.js'/.test(line));
await writeFile(
  index,
  exported.join('\n').trimEnd() +
    "\nexport type { ProblemCode, ProblemCodes } from './models/ProblemCode.js';\n",
);
await rm(join(output, 'core/ApiError.ts'));
