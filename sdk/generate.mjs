/** Makes `sdk/src/generated` from `openapi/openapi.json`, or, as arguments, another folder from another document. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'openapi-typescript-codegen';
import { operationsByCall, transformed } from './generator/document.mjs';
import { eventData, eventSource, webhookEventSource } from './generator/events.mjs';
import { head, indexSource, problemCodesSource, resourcesSource } from './generator/parts.mjs';
import { resourceFrom } from './generator/services.mjs';
import { openToUndefined, withFileNames } from './generator/sources.mjs';

const sdk = dirname(fileURLToPath(import.meta.url));
const [, , input = join(sdk, '../openapi/openapi.json'), output = join(sdk, 'src/generated')] = process.argv;
const document = JSON.parse(await readFile(input, 'utf8'));
const operations = operationsByCall(document);

await rm(output, { recursive: true, force: true });
await generate({
  input: transformed(document),
  output,
  httpClient: 'fetch',
  exportCore: false,
  postfixServices: 'Resource',
  useOptions: true,
  useUnionTypes: true,
});

const types = {};
await rewrite('services', (source, name) => {
  const resource = resourceFrom(source, operations);
  types[name] = resource.types;
  return resource.text;
});
await writeFile(join(output, 'models/ProblemCode.ts'), problemCodesSource(document));
const own = {};
if (document['x-webhooks']) {
  const { text, names } = eventData(document);
  await writeFile(join(output, 'models/EventData.ts'), `${head}${text}`);
  await writeFile(join(output, 'models/WebhookEvent.ts'), `${head}${webhookEventSource}`);
  await rewrite('models', (source, name) => (name === 'Event' ? eventSource(source) : source));
  Object.assign(own, { EventData: names, Event: ['EventOf'], WebhookEvent: ['WebhookEvent'] });
}
await writeFile(join(output, 'resources.ts'), resourcesSource(document));
await rewrite('.', (source) => (source.includes("'./models/") ? indexSource(source, types, own) : source));
for (const folder of ['models', 'services', '.'])
  await rewrite(folder, (source) => `${openToUndefined(withFileNames(source)).trimEnd()}\n`);

async function rewrite(folder, change) {
  for (const entry of (await readdir(join(output, folder))).sort()) {
    if (!entry.endsWith('.ts')) continue;
    const file = join(output, folder, entry);
    await writeFile(file, change(await readFile(file, 'utf8'), basename(entry, '.ts')));
  }
}
