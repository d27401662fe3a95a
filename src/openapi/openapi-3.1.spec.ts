import { toOpenApi31 } from './openapi-3.1.js';

const converted = (schema: object) =>
  (
    toOpenApi31({
      openapi: '3.0.3',
      info: { title: 'A', version: '1', license: { name: 'MIT', url: 'https://example.org' } },
      paths: {},
      components: { schemas: { A: schema } },
    }) as unknown as { components: { schemas: { A: object } } }
  ).components.schemas.A;

describe('a schema as OpenAPI 3.1', () => {
  it.each<[string, object, object]>([
    ['null as a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [
      'null among the values',
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [
      'null beside a reference',
      { type: 'object', nullable: true, allOf: [{ $ref: '#/x' }], description: 'An x.' },
      { description: 'An x.', anyOf: [{ allOf: [{ $ref: '#/x' }] }, { type: 'null' }] },
    ],
    ['examples as a list', { type: 'array', example: [1] }, { type: 'array', examples: [[1]] }],
    [
      'bounds that are not in it',
      { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9 },
      { type: 'number', exclusiveMinimum: 0, maximum: 9 },
    ],
    [
      'files by their content',
      { type: 'string', format: 'binary' },
      { type: 'string', contentMediaType: 'application/octet-stream' },
    ],
    [
      'properties that are called like keywords',
      {
        type: 'object',
        properties: { example: { type: 'string', nullable: true }, nullable: { type: 'boolean' } },
      },
      {
        type: 'object',
        properties: { example: { type: ['string', 'null'] }, nullable: { type: 'boolean' } },
      },
    ],
  ])('has %s', (_, given, wanted) => {
    expect(converted(given)).toEqual(wanted);
  });
});
