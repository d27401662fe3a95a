import { comment } from './comments.mjs';
import { capitalized, operationsOf, sdkNames } from './names.mjs';
import { statusesOf } from './document.mjs';

export const head = '/* generated from the OpenAPI document -- do not edit */\n';

/** The class of a resource. */
const className = (name) => `${capitalized(name)}Resource`;

/** All resources, as one class that the client extends. */
export function resourcesSource(document) {
  const tags = new Map(document.tags?.map(({ name, description }) => [name, description]));
  const names = sdkNames(document);
  const words = new Map();
  for (const { operation } of operationsOf(document)) {
    const { resource } = names.get(operation.operationId);
    if (!words.has(resource)) words.set(resource, tags.get(operation.tags[0]));
  }
  const resources = [...words.keys()];
  return `${head}import type { Caller } from '../resource';
${resources.map((name) => `import { ${className(name)} } from './services/${className(name)}';\n`).join('')}
export class Resources {
${resources.map((name) => `${comment([words.get(name)], '    ')}    readonly ${name}: ${className(name)};\n`).join('')}
    constructor(caller: Caller) {
${resources.map((name) => `        this.${name} = new ${className(name)}(caller);\n`).join('')}    }
}
`;
}

/** The error codes as a type, which tells the errors apart. */
export function problemCodesSource(document) {
  const byStatus = Object.groupBy(Object.entries(statusesOf(document)), ([, status]) => status);
  const lines = Object.entries(byStatus).map(
    ([status, codes]) => `    ${status}: ${codes.map(([code]) => `'${code}'`).join(' | ')};\n`,
  );
  return `${head}/** The codes of each status. */
export interface ProblemCodes {
${lines.join('')}}
export type ProblemCode = ProblemCodes[keyof ProblemCodes];
`;
}

/**
 * What whoever uses the SDK may name.
 * @param types those of queries and forms, by resource
 * @param own those of models that the generator does not make, by file
 */
export function indexSource(index, types, own) {
  const models = index.split('\n').filter((line) => line.includes("'./models/"));
  const resources = Object.entries(types).map(
    ([resource, names]) =>
      `export type { ${[resource, ...names].join(', ')} } from './services/${resource}';`,
  );
  return `${head}${[
    "export type { ProblemCode, ProblemCodes } from './models/ProblemCode';",
    ...Object.entries(own).map(
      ([file, names]) => `export type { ${names.join(', ')} } from './models/${file}';`,
    ),
    ...models,
    ...resources,
  ].join('\n')}\n`;
}
