import { startTestApp, type TestApp } from '../support/test-app.js';
import {
  operationsOf,
  parameterOf,
  placesIn,
  type Document,
  type Schema,
} from '../support/document-findings.js';

const isObject = (schema: Schema) => schema.type === 'object' && schema.properties !== undefined;
const isForm = (where: string) => where.endsWith(' multipart/form-data');
const choices = ({ anyOf, oneOf }: Schema) => oneOf ?? anyOf;

/** Formats by the names of the properties that must have them. */
const formats: [name: RegExp, format: string][] = [
  [/^(at|.*At|created(From|To)|scheduled(From|To))$/, 'date-time'],
  [/^requested(Date|From|To)$/, 'date'],
  [/^(id|ids|.*Ids?)$/, 'uuid'],
  [/^(email|.*Email)$/, 'email'],
];
/** The client's own id, and the id that callers may choose for a request. */
const freeIds = ['externalId', 'requestId'];

describe('the schemas of the document', () => {
  let app: TestApp;
  let document: Document;
  beforeAll(async () => {
    app = await startTestApp();
    document = (await (await fetch(`${app.url}/openapi.json`)).json()) as Document;
  });
  afterAll(() => app.close());

  const namesOf = (isWrong: (place: ReturnType<typeof placesIn>[number]) => boolean) =>
    placesIn(document)
      .filter(isWrong)
      .map(({ where }) => where);
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? document.components.schemas[schema.$ref.split('/').pop()!]! : schema;

  it('are all described, with every property', () => {
    expect(
      namesOf(
        ({ schema, named, property }) =>
          (named || property !== null) && !(schema.description ?? resolve(schema).description)?.trim(),
      ),
    ).toEqual([]);
  });

  it('stand in parameters that are all described', () => {
    const undescribed = operationsOf(document).flatMap(({ operationId, parameters = [] }) =>
      parameters
        .map((parameter) => parameterOf(document, parameter))
        .filter(({ description }) => !description?.trim())
        .map(({ name }) => `${operationId}?${name}`),
    );
    expect(undescribed).toEqual([]);
  });

  it('describe every value of a choice, and list it in the text too', () => {
    expect(
      namesOf(({ schema }) => {
        if (!schema.enum) return false;
        const meanings = schema['x-enum-descriptions'] ?? [];
        return (
          meanings.length !== schema.enum.length ||
          !meanings.every((meaning) => typeof meaning === 'string' && meaning !== '') ||
          !schema.enum.every((value) => schema.description?.includes(`\`${String(value)}\``))
        );
      }),
    ).toEqual([]);
  });

  it('name values that differ in signs alone, since generators make names of letters', () => {
    const letters = (value: unknown) => String(value).replaceAll(/\W/g, '').toLowerCase();
    expect(
      namesOf(({ schema }) => {
        const names = (schema['x-enum-varnames'] ?? schema.enum ?? []).map(letters);
        return new Set(names).size < names.length;
      }),
    ).toEqual([]);
  });

  it('have a name wherever they are objects, so that none is written twice', () => {
    expect(namesOf(({ where, schema, named }) => isObject(schema) && !named && !isForm(where))).toEqual([]);
  });

  it('list no null among the values of a choice', () => {
    expect(namesOf(({ schema }) => schema.enum?.includes(null) ?? false)).toEqual([]);
  });

  it('take null where they say so, also in what they refer to', () => {
    expect(
      namesOf(
        ({ schema: { nullable, allOf = [] } }) =>
          nullable === true && !allOf.every((part) => resolve(part).nullable),
      ),
    ).toEqual([]);
  });

  it('have patterns that every language reads', () => {
    expect(namesOf(({ schema }) => /\\p\{/i.test(schema.pattern ?? ''))).toEqual([]);
  });

  it('are one type in a query, not a list or a value', () => {
    expect(
      namesOf(({ schema, directions }) => directions.has('parameter') && choices(schema) !== undefined),
    ).toEqual([]);
  });

  it('tell alternatives apart by a discriminator with a mapping', () => {
    expect(
      namesOf(({ schema }) => {
        const objects = choices(schema)?.filter((choice) => resolve(choice).type === 'object') ?? [];
        return objects.length > 0 && Object.keys(schema.discriminator?.mapping ?? {}).length < objects.length;
      }),
    ).toEqual([]);
  });

  it('leave answers open to new fields, and requests closed to unknown ones', () => {
    expect(
      namesOf(
        ({ schema, directions }) =>
          isObject(schema) && directions.has('response') && schema.additionalProperties === false,
      ),
    ).toEqual([]);
    expect(
      namesOf(
        ({ where, schema, directions }) =>
          isObject(schema) &&
          directions.has('request') &&
          schema.additionalProperties !== false &&
          !isForm(where),
      ),
    ).toEqual([]);
  });

  it('give moments, days, ids and e-mail addresses their format', () => {
    expect(
      namesOf(({ where, schema, property }) => {
        const name = property ?? /\?(\w+)$/.exec(where)?.[1];
        const format = formats.find(([pattern]) => name && pattern.test(name))?.[1];
        if (!format || freeIds.includes(name!)) return false;
        const { type, items, format: told } = schema;
        return (type === 'array' ? items?.format : told) !== format && type !== 'object';
      }),
    ).toEqual([]);
  });
});
