/** Finds what in one version of the document breaks programs that were written against another. */
import { resolve, schemaChanges } from './schema-changes.mjs';

/** One sentence for each change that can break a program. */
export function breakingChanges(before, after) {
  const now = operationsOf(after);
  return [...operationsOf(before)].flatMap(([name, operation]) => {
    const successor = now.get(name);
    if (!successor) return [`${name} is gone`];
    const documents = { before, after };
    return [
      ...identityChanges(operation, successor),
      ...parameterChanges(operation, successor, documents),
      ...bodyChanges(operation, successor, documents),
      ...responseChanges(operation, successor, documents),
    ].map((change) => `${name}: ${change}`);
  });
}

function operationsOf(document) {
  return new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  );
}

const identityChanges = (from, to) =>
  ['operationId', 'x-permission', 'x-sdk-name']
    .filter((key) => from[key] !== undefined && from[key] !== to[key])
    .map((key) => `${key} ${from[key]} is now ${to[key]}`);

const at = (given, document) => (given?.$ref ? resolve(given.$ref, document) : given);

function parameterChanges(from, to, documents) {
  const named = (operation, document) =>
    new Map(
      (operation.parameters ?? []).map((given) => {
        const parameter = at(given, document);
        return [`${parameter.in} ${parameter.name}`, parameter];
      }),
    );
  const [was, is] = [named(from, documents.before), named(to, documents.after)];
  const added = [...is].filter(([name, { required }]) => required && !was.get(name)?.required);
  return [
    ...added.map(([name]) => `parameter ${name} is now required`),
    ...[...was].flatMap(([name, { schema }]) => {
      if (!is.has(name)) return [`parameter ${name} is gone`];
      return schemaChanges(schema, is.get(name).schema, { direction: 'request', documents, where: name });
    }),
  ];
}

function bodyChanges(from, to, documents) {
  const [was, is] = [at(from.requestBody, documents.before), at(to.requestBody, documents.after)];
  if (!was) return is?.required ? ['a body is now required'] : [];
  return [
    ...(is?.required && !was.required ? ['the body is now required'] : []),
    ...contentChanges(was, is, 'request', documents, 'body'),
  ];
}

function responseChanges(from, to, documents) {
  return Object.entries(from.responses).flatMap(([status, given]) => {
    if (!to.responses[status]) return [`status ${status} is gone`];
    const [was, is] = [at(given, documents.before), at(to.responses[status], documents.after)];
    const lost = Object.keys(was.headers ?? {}).filter((name) => !is.headers?.[name]);
    return [
      ...lost.map((name) => `${status} header ${name} is gone`),
      ...contentChanges(was, is, 'answer', documents, status),
    ];
  });
}

function contentChanges(was, is, direction, documents, where) {
  return Object.entries(was.content ?? {}).flatMap(([type, { schema }]) => {
    const now = is?.content?.[type];
    if (!now) return [`${where} as ${type} is gone`];
    return schemaChanges(schema, now.schema, { direction, documents, where });
  });
}
