import { breakingChanges } from '../../tools/document/breaking-changes.mjs';

/** A document of one operation; every test changes one thing in a copy. */
const released = {
  paths: {
    '/v1/things': {
      post: {
        operationId: 'createThing',
        'x-permission': 'things:write',
        parameters: [
          { in: 'query', name: 'kind', schema: { type: 'string', enum: ['a', 'b'] } },
          {
            in: 'query',
            name: 'tag',
            schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
          },
        ],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateThing' } } },
        },
        responses: {
          201: {
            headers: { ETag: { schema: { type: 'string' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          404: { content: {} },
        },
      },
    },
  },
  components: {
    schemas: {
      CreateThing: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', maxLength: 50 }, note: { type: 'string', nullable: true } },
      },
      Thing: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          state: { type: 'string', enum: ['open', 'closed'] },
          parent: { $ref: '#/components/schemas/Thing' },
        },
      },
    },
  },
};

const post = ['paths', '/v1/things', 'post'];
const body = ['components', 'schemas', 'CreateThing'];
const answer = ['components', 'schemas', 'Thing'];
type Change = [place: (string | number)[], value: unknown];

/** What is found when something else, or nothing, stands at a place of the released document. */
function changed(place: Change[0], value: unknown): string[] {
  const document = structuredClone(released);
  const parent = place
    .slice(0, -1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], document) as Record<
    string,
    unknown
  >;
  parent[place.at(-1)!] = value;
  return breakingChanges(released, JSON.parse(JSON.stringify(document)) as object);
}

const gone = undefined;

describe('a change that breaks programs', () => {
  it.each<[string, ...Change, string]>([
    ['an operation', ['paths', '/v1/things'], gone, ' is gone'],
    [
      'another operationId',
      [...post, 'operationId'],
      'addThing',
      ': operationId createThing is now addThing',
    ],
    ['another permission', [...post, 'x-permission'], 'admin', ': x-permission things:write is now admin'],
    [
      'a parameter',
      [...post, 'parameters'],
      [{ in: 'query', name: 'kind', schema: {} }],
      ': parameter query tag is gone',
    ],
    [
      'a required parameter',
      [...post, 'parameters', 0, 'required'],
      true,
      ': parameter query kind is now required',
    ],
    [
      'a value of a request',
      [...post, 'parameters', 0, 'schema', 'enum'],
      ['a'],
      ': query kind: value b is no longer accepted',
    ],
    ['a status', [...post, 'responses', 404], gone, ': status 404 is gone'],
    ['a header', [...post, 'responses', 201, 'headers', 'ETag'], gone, ': 201 header ETag is gone'],
    ['a property of an answer', [...answer, 'properties', 'state'], gone, ': 201: property state is gone'],
    ['one that always came', [...answer, 'required'], [], ': 201: property id may now be left out'],
    [
      'null in an answer',
      [...answer, 'properties', 'state', 'nullable'],
      true,
      ': 201.state: may now be null',
    ],
    [
      'another type',
      [...answer, 'properties', 'state', 'type'],
      'integer',
      ': 201.state: type string is now integer',
    ],
    ['a required property', [...body, 'required'], ['name', 'note'], ': body: property note is now required'],
    [
      'null in a request',
      [...body, 'properties', 'note', 'nullable'],
      gone,
      ': body.note: null is no longer accepted',
    ],
    ['a shorter text', [...body, 'properties', 'name', 'maxLength'], 20, ': body.name: maxLength is now 20'],
    [
      'a stricter body',
      [...body, 'additionalProperties'],
      false,
      ': body: other properties are no longer accepted',
    ],
  ])('is found: %s', (_, place, value, found) => {
    const changes = changed(place, value);
    expect([...new Set(changes)]).toEqual([`POST /v1/things${found}`]);
  });

  it.each<[string, ...Change]>([
    ['more answers', [...post, 'responses', 409], { content: {} }],
    ['more properties of answers', [...answer, 'properties', 'size'], { type: 'integer' }],
    ['more values of answers', [...answer, 'properties', 'state', 'enum'], ['open', 'closed', 'lost']],
    ['more that may be sent', [...body, 'properties', 'size'], { type: 'integer' }],
    ['longer texts', [...body, 'properties', 'name', 'maxLength'], 90],
    [
      'a list where one or several were accepted',
      [...post, 'parameters', 1, 'schema'],
      { type: 'array', items: { type: 'string' } },
    ],
    ['other words', [...post, 'description'], 'Makes a thing.'],
  ])('is not: %s', (_, place, value) => {
    expect(changed(place, value)).toEqual([]);
  });
});
