import type { OpenAPIObject } from '@nestjs/swagger';
import type { Link, Operation, Parameter, Response } from './document-types.js';

interface Located {
  path: string;
  method: string;
  operation: Operation;
}

/** What comes next where neither the path nor the paging says so. */
const next: Record<string, Record<string, string>> = {
  signup: {
    refresh: 'Send `refreshToken` before `expiresIn` seconds have passed.',
    getMe: 'With `accessToken`.',
  },
  login: {
    refresh: 'Send `refreshToken` before `expiresIn` seconds have passed.',
    getMe: 'With `accessToken`.',
  },
  createOrder: { submitOrders: 'Send its `id` in `ids`.' },
  createOrders: { submitOrders: 'Send the ids of the results in `ids`.' },
  submitOrders: { withdrawOrders: 'Send `succeeded` as `ids`, while they are on no route.' },
  createOrderImport: { submitOrders: 'Send its `id` as `importId` once it is completed.' },
  previewOrderImport: { createOrderImport: 'Upload the same file with the `mapping` that fits.' },
  compareOrderImport: { createOrderImport: 'Upload the same file; `duplicates=update` changes drafts too.' },
  previewStopImport: { createStopImport: 'Upload the same file with the `mapping` that fits.' },
  createStop: { addRouteStops: 'Send its `id` in `stopIds`.' },
};

/**
 * Adds the links between operations: from what was made to what can be done with it, from a page to the next one,
 * and the few that only people know.
 */
export function addLinks(document: OpenAPIObject): void {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    (Object.entries(methods) as [string, Operation][]).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  );
  for (const { path, operation } of all) {
    const response = successOf(operation);
    const links = {
      ...(isNew(response) ? linksToNew(path, all) : {}),
      ...(hasNextPage(operation) ? { nextPage: toNextPage(operation) } : {}),
      ...byHand(operation),
    };
    if (Object.keys(links).length > 0) response.links = links;
  }
}

function successOf({ responses }: Operation): Response {
  return Object.entries(responses).find(([status]) => Number(status) < 300)![1] as Response;
}

const isNew = ({ headers }: Response) => headers !== undefined && 'Location' in headers;

/** The operations on one resource of the list to which it was added. */
function linksToNew(list: string, all: Located[]): Record<string, Link> {
  const ofOne = all.filter(({ path }) => path.startsWith(`${list}/{id}`) && path.split('{').length === 2);
  return Object.fromEntries(
    ofOne.map(({ operation: { operationId } }) => [
      operationId,
      { operationId, parameters: { id: '$response.body#/id' } },
    ]),
  );
}

function hasNextPage({ parameters = [] }: Operation): boolean {
  return (parameters as Parameter[]).some(({ name }) => name === 'cursor');
}

function toNextPage({ operationId, parameters = [] }: Operation): Link {
  const inPath = (parameters as Parameter[])
    .filter((parameter) => parameter.in === 'path')
    .map(({ name }) => [name, `$request.path.${name}`] as const);
  return {
    operationId,
    description: 'With the same filters, while `nextCursor` is not null.',
    parameters: { ...Object.fromEntries(inPath), cursor: '$response.body#/nextCursor' },
  };
}

function byHand({ operationId }: Operation): Record<string, Link> {
  const links = Object.entries(next[operationId] ?? {});
  return Object.fromEntries(
    links.map(([target, description]) => [target, { operationId: target, description }]),
  );
}
