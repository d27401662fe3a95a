import { headerFaults } from '../support/contract-headers.js';
import { openapi, resolved } from '../support/contract.js';

const declared = {
  ETag: { required: true, schema: { type: 'string' } },
  'Retry-After': { schema: { type: 'integer', minimum: 1 } },
};

describe('an answer held to the document', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['as it declares', { etag: '"1"', 'retry-after': '2', date: 'now', 'content-type': 'text/html' }, []],
    [
      'with an undeclared header',
      { etag: '"1"', deprecation: '@1' },
      ['header deprecation is not in the document'],
    ],
    ['without a required one', {}, ['header ETag is missing']],
    [
      'with a value of another type',
      { etag: '"1"', 'retry-after': 'soon' },
      ['header Retry-After is soon, which the document does not allow'],
    ],
  ])('%s', (_, headers, faults) => {
    expect(headerFaults(declared, new Headers(headers))).toEqual(faults);
  });
});

describe('the document', () => {
  it('declares headers for every response, each as a component that something sends', () => {
    const responses = Object.values(openapi.paths).flatMap((methods) =>
      Object.values(methods).flatMap((operation) => Object.values(operation.responses)),
    );
    const sent = responses.flatMap((response) => {
      const { headers } = resolved(response);
      expect(headers).toHaveProperty('X-Request-Id');
      return Object.values(headers!).map(({ $ref }) => $ref!.split('/').at(-1));
    });
    const { headers } = openapi.components as { headers: object };
    expect([...new Set(sent)].sort()).toEqual(Object.keys(headers).sort());
  });
});
