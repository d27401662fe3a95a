import { operationsOf, sdkNames } from './names.mjs';

/** Headers that the transport sends itself, by the call's options. */
const byOptions = new Set(['idempotency-key', 'if-match', 'last-event-id']);

/** What a reference of the document stands for. */
function resolved(document, value) {
  if (!value?.$ref) return value;
  const path = value.$ref.slice(2).split('/');
  return resolved(
    document,
    path.reduce((part, key) => part[key], document),
  );
}

/**
 * The document as the generator is to read it: operations by their SDK names, and no parameters but those of path
 * and query. A default is told, not sent: the server knows it.
 */
export function transformed(document) {
  const names = sdkNames(document);
  const copy = withPlainTypes(document);
  for (const { item, operation } of operationsOf(copy)) {
    for (const owner of [item, operation]) {
      const parameters = owner.parameters?.map((parameter) => resolved(copy, parameter));
      if (parameters) owner.parameters = parameters.filter(isArgument).map(withDefaultTold);
    }
    const { resource, name } = names.get(operation.operationId);
    operation.operationId = name;
    operation.tags = [resource];
  }
  // They are said where they are used; by themselves they would be types of nothing.
  delete copy.components?.parameters;
  return copy;
}

/** Null is told where it may stand, by `nullable` there; a type that is null itself would be awkward to use. */
function withPlainTypes(document) {
  const place = '#/components/schemas/';
  const copy = JSON.parse(JSON.stringify(document).replaceAll(`${place}Nullable`, place));
  const schemas = Object.entries(copy.components?.schemas ?? {}).filter(
    ([name]) => !name.startsWith('Nullable'),
  );
  for (const [, schema] of schemas) delete schema.nullable;
  copy.components = { ...copy.components, schemas: Object.fromEntries(schemas) };
  return copy;
}

function isArgument({ in: place, name }) {
  if (place === 'path' || place === 'query') return true;
  if (place === 'header' && byOptions.has(name.toLowerCase())) return false;
  throw new Error(`The SDK has no way to send the ${place} parameter ${name}; give it an option.`);
}

function withDefaultTold({ schema, description, ...parameter }) {
  const { default: value, ...rest } = schema;
  const told = value === undefined ? [description] : [description, `Default ${JSON.stringify(value)}.`];
  const between = description?.includes('\n') ? '\n\n' : ' ';
  return { ...parameter, description: told.filter(Boolean).join(between), schema: rest };
}

/** What the SDK tells and does about each operation, by method and URL as in `GET /v1/orders`. */
export function operationsByCall(document) {
  const described = operationsOf(document).map(({ method, url, item, operation }) => {
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
      resolved(document, parameter),
    );
    const paths = parameters.filter(({ in: place }) => place === 'path');
    const body = resolved(document, operation.requestBody);
    return [
      `${method} ${url}`,
      {
        id: operation.operationId,
        summary: operation.summary,
        description: operation.description,
        paths: paths.map(({ name, description, schema }) => ({
          name,
          description: description ?? resolved(document, schema)?.description,
        })),
        bodyIsRequired: body?.required === true,
        ...successOf(document, operation),
        codes: codesOf(document, operation),
      },
    ];
  });
  return new Map(described);
}

function successOf(document, { responses }) {
  const successes = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => resolved(document, response));
  const [success] = successes;
  const types = [...new Set(successes.flatMap(({ content }) => Object.keys(content ?? {})))];
  const returns = success?.description;
  if (types.length === 0) return { answers: 'nothing', returns };
  if (!types.includes('application/json')) return { answers: 'file', accept: types.join(', '), returns };
  const schema = resolved(document, success.content['application/json'].schema);
  const isPage = schema.properties?.items?.type === 'array' && 'nextCursor' in schema.properties;
  return {
    answers: isPage ? 'page' : 'json',
    returns,
    isSparse: types.some((type) => type.includes('.sparse+')),
  };
}

/** Statuses that may be met by any call, and so say nothing about one. */
const general = new Set([400, 401, 413, 415, 429]);

/** The problems of a call's own, which their responses name in their descriptions or show as examples. */
function codesOf(document, { responses }) {
  const known = statusesOf(document);
  const texts = Object.entries(responses)
    .filter(([status]) => !status.startsWith('2'))
    .map(([, response]) => JSON.stringify(resolved(document, response)));
  const named = texts.flatMap((text) => [...text.matchAll(/\b[a-z_]+\b/g)].map(([word]) => word));
  return [...new Set(named)].filter((word) => isOwn(word, known[word]));
}

function isOwn(code, status) {
  if (code === 'permission_denied' || code.startsWith('idempotency_')) return false;
  return status !== undefined && status < 500 && !general.has(status);
}

/** The API's error codes and the status of each. */
export function statusesOf(document) {
  return document.components.schemas.Problem.properties.code['x-statuses'];
}
