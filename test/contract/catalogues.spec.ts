import { permissionNames } from '../../src/auth/access/permissions.js';
import { problemCatalogue } from '../../src/common/problems/problems.js';
import { problemsListed } from '../../src/modules/order-imports/reading/row-reader.js';
import { openapi, resolved } from '../support/contract.js';

const operations = Object.values(openapi.paths).flatMap((methods) =>
  Object.values(methods).map((operation) => ({
    ...(operation as typeof operation & { description: string; 'x-permission': string }),
    /** Every code that it may answer. */
    codes: Object.values(operation.responses).flatMap((response) =>
      Object.keys(resolved(response).content?.['application/problem+json']?.examples ?? {}),
    ),
  })),
);

describe('the catalogues', () => {
  it('have no permission that no route needs, and routes need no other', () => {
    const needed = new Set(operations.map((operation) => operation['x-permission']));
    expect([...needed].filter((name) => name !== 'public').sort()).toEqual([...permissionNames].sort());
  });

  it('have no error that no route answers, and routes answer no other', () => {
    const answered = operations.flatMap(({ codes }) => codes);
    /** Answered before a route is found. */
    const beforeRoutes = ['bad_request', 'headers_too_large'];
    /** Of one item among many. */
    const ofItems = [
      'order_not_submittable',
      'order_not_withdrawable',
      'required_fields_missing',
      'store_cancelled',
    ];
    expect([...new Set([...answered, ...beforeRoutes, ...ofItems])].sort()).toEqual(
      Object.keys(problemCatalogue).sort(),
    );
  });
});

describe('the document', () => {
  it('says where the list of an import’s errors ends', () => {
    const bound = `first ${problemsListed.toLocaleString('en')} errors`;
    const lists = operations.filter(({ operationId }) => /^list\w+ImportErrors$/.test(operationId));
    expect(lists.map(({ description }) => description.includes(bound))).toEqual([true, true]);
  });
});

describe('the catalogue of errors', () => {
  const texts = Object.entries(problemCatalogue).flatMap(([code, { meaning, remedy }]) => [
    [code, 'meaning', meaning] as const,
    [code, 'remedy', remedy] as const,
  ]);

  it.each(texts)('says of %s its %s in whole sentences', (_code, _what, text) => {
    expect(text).toMatch(/^\S.{10,}\.$/);
    expect(text.length).toBeLessThan(250);
  });

  it('says nothing twice', () => {
    expect(new Set(texts.map(([, , text]) => text)).size).toBe(2 * Object.keys(problemCatalogue).length);
    const titles = Object.values(problemCatalogue).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
