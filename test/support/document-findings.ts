import {
  operationsOf,
  parameterOf,
  placesIn,
  type Document,
  type Place,
  type Schema,
} from './document-places.js';

/** Where a document breaks a rule. */
type Rule = (document: Document) => string[];

const isObject = ({ type, properties }: Schema) => type === 'object' && properties !== undefined;
const isForm = ({ where }: Place) => where.endsWith(' multipart/form-data');
const choicesOf = ({ anyOf, oneOf }: Schema) => oneOf ?? anyOf;
/** What every description ends with: who may call the operation. */
const isAboutPermission = (paragraph: string) => /^(Allowed \(`|Needs no credentials\.)/.test(paragraph);
const saysSomething = (text: unknown) => typeof text === 'string' && text.trim() !== '';

/** Formats by the names of the properties and parameters that must have them. */
const formats: [names: RegExp, formats: string[]][] = [
  [/^(at|\w+At|(created|scheduled)(From|To))$/, ['date-time']],
  [/^requested(Date|From|To)$/, ['date']],
  [/^(id|ids|\w+Ids?)$/, ['uuid']],
  // Recipients’ may be international; people sign in with others.
  [/^(email|\w+Email)$/, ['email', 'idn-email']],
];
/** Ids that others choose. */
const freeIds = ['externalId', 'requestId', 'shopifyOrderId', 'withoutId'];
/** Known by its row and its number there. */
const idsWithinAnother = ['ImportError.id'];
/** A store’s own ids, by the names that lists and bulk actions have. */
const idsOfStores = ['ImportShopifyOrders.orderIds', 'ShopifyOrder.id'];

const places =
  (breaks: (place: Place, resolve: (schema: Schema) => Schema) => boolean): Rule =>
  (document) => {
    const resolve = (schema: Schema): Schema =>
      schema.$ref ? document.components.schemas[schema.$ref.split('/').pop()!]! : schema;
    return placesIn(document)
      .filter((place) => breaks(place, resolve))
      .map(({ where }) => where);
  };

export const rules: Record<string, Rule> = {
  'every schema and property is described': places(
    ({ schema, named, property }, resolve) =>
      (named || property !== null) && !saysSomething(schema.description ?? resolve(schema).description),
  ),

  'every parameter is described': (document) =>
    operationsOf(document).flatMap(({ operationId, parameters = [] }) =>
      parameters
        .map((parameter) => parameterOf(document, parameter))
        .filter(({ description }) => !saysSomething(description))
        .map(({ name }) => `${operationId}?${name}`),
    ),

  'every operation says more than who may call it': (document) =>
    operationsOf(document)
      .filter(
        ({ description = '' }) =>
          !description
            .split('\n\n')
            .some((paragraph) => saysSomething(paragraph) && !isAboutPermission(paragraph)),
      )
      .map(({ operationId }) => operationId),

  'every success says what it returns': (document) =>
    operationsOf(document).flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .filter(
          ([, { description = '' }]) => !saysSomething(description) || /^(done|ok)\b/i.test(description),
        )
        .map(([status]) => `${operationId} ${status}`),
    ),

  'every value of a choice is described, in the text too': places(({ schema }) => {
    const { enum: values, description, 'x-enum-descriptions': meanings = [] } = schema;
    return (
      values !== undefined &&
      (meanings.length !== values.length ||
        !meanings.every(saysSomething) ||
        !values.every((value) => description?.includes(`\`${String(value)}\``)))
    );
  }),

  'every object has a name, so that none is written twice': places(
    (place) => isObject(place.schema) && !place.named && !isForm(place),
  ),

  'no choice has null among its values': places(({ schema }) => schema.enum?.includes(null) ?? false),

  'what a nullable schema refers to takes null too': places(
    ({ schema: { nullable, allOf = [] } }, resolve) =>
      nullable === true && !allOf.every((part) => resolve(part).nullable),
  ),

  'values that differ in signs alone have names that generators can use': places(({ schema }) => {
    const names = (schema['x-enum-varnames'] ?? schema.enum ?? []).map((value) =>
      String(value).replaceAll(/\W/g, '').toLowerCase(),
    );
    return new Set(names).size < names.length;
  }),

  'every language reads the patterns': places(({ schema }) => /\\p\{/i.test(schema.pattern ?? '')),

  'a parameter has one type, not a list or a value': places(
    ({ schema, directions }) => directions.has('parameter') && choicesOf(schema) !== undefined,
  ),

  'a discriminator tells alternatives apart': places(({ schema }, resolve) => {
    const objects = choicesOf(schema)?.filter((choice) => resolve(choice).type === 'object') ?? [];
    return Object.keys(schema.discriminator?.mapping ?? {}).length < objects.length;
  }),

  'answers are open to new fields': places(
    ({ schema, directions }) =>
      isObject(schema) && directions.has('response') && schema.additionalProperties === false,
  ),

  'requests are closed to unknown fields': places(
    ({ schema, directions }) =>
      isObject(schema) && directions.has('request') && schema.additionalProperties !== false,
  ),

  'a change has no defaults, for what it leaves out stays': places(
    ({ where, schema }) => where.startsWith('Update') && schema.default !== undefined,
  ),

  'moments, days, ids and e-mail addresses have their format': places(({ where, schema, property }) => {
    const name = property ?? /\?(\w+)$/.exec(where)?.[1] ?? '';
    const allowed = formats.find(([names]) => names.test(name))?.[1];
    if (allowed === undefined || freeIds.includes(name) || schema.type === 'object') return false;
    if ([...idsWithinAnother, ...idsOfStores].includes(where)) return false;
    const { format } = (schema.type === 'array' ? schema.items : schema) ?? {};
    return !allowed.includes(format ?? '');
  }),
};
