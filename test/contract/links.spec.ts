import { openapi, resolved } from '../support/contract.js';

interface Linked {
  operationId: string;
  parameters?: { name?: string; $ref?: string }[];
  responses: Record<string, { links?: Record<string, { operationId: string; parameters?: object }> }>;
}

const operations = Object.values(openapi.paths).flatMap((methods) => Object.values(methods)) as Linked[];
const parametersOf = new Map(
  operations.map(({ operationId, parameters = [] }) => [
    operationId,
    parameters.map((parameter) => resolved(parameter).name),
  ]),
);
const links = operations.flatMap(({ operationId, responses }) =>
  Object.values(responses).flatMap((response) =>
    Object.entries(resolved(response).links ?? {}).map(([name, link]) => ({ operationId, name, link })),
  ),
);

describe('a link of the document', () => {
  it.each(links)('$operationId → $name gives only what the next operation takes', ({ link }) => {
    const taken = parametersOf.get(link.operationId);
    expect(taken).toEqual(expect.arrayContaining(Object.keys(link.parameters ?? {})));
  });
});
