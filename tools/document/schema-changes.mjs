/**
 * What breaks when one schema takes the place of another. In requests everything that was accepted must still be;
 * in answers everything that was promised must still come, while new properties and values may be added.
 */
export function schemaChanges(before, after, { direction, documents, where, seen = new Set() }) {
  const from = flat(before, documents.before);
  const to = flat(after, documents.after);
  const pair = `${before?.$ref} ${after?.$ref} ${direction}`;
  if (before?.$ref && seen.has(pair)) return [];
  const compare = (a, b, place) =>
    schemaChanges(a, b, { direction, documents, where: place, seen: new Set([...seen, pair]) });
  const choices = from.anyOf ?? from.oneOf;
  if (choices) return choices.flatMap((choice) => nearest(choice, to, (a, b) => compare(a, b, where)));
  const offered = to.anyOf ?? to.oneOf;
  if (offered && direction === 'request') return nearest(from, to, (a, b) => compare(a, b, where));
  if (direction === 'request' && to.type === 'array' && from.type !== 'array' && where.startsWith('query '))
    return compare(from, to.items ?? {}, where);
  if (from.type && !allows(to.type, from.type, direction))
    return [`${where}: type ${from.type} is now ${to.type ?? 'anything'}`];
  return [
    ...(direction === 'request' ? narrowed(from, to) : loosened(from, to)).map((what) => `${where}: ${what}`),
    ...propertyChanges(from, to, direction, where, compare),
    ...(from.items && to.items ? compare(from.items, to.items, `${where}[]`) : []),
  ];
}

/** Requests may be of more types than before, answers of fewer. */
function allows(type, before, direction) {
  if (direction === 'answer') return type === before || (type === 'integer' && before === 'number');
  return type === undefined || type === before || (type === 'number' && before === 'integer');
}

/** Compares with the choice that fits best. */
function nearest(choice, to, compare) {
  const found = (to.anyOf ?? to.oneOf ?? [to]).map((offered) => compare(choice, offered));
  return found.sort((a, b) => a.length - b.length)[0];
}

function propertyChanges(from, to, direction, where, compare) {
  const [was, is] = [from.properties ?? {}, to.properties ?? {}];
  const [wasRequired, isRequired] = [new Set(from.required), new Set(to.required)];
  const changes = Object.keys(was).flatMap((name) =>
    is[name] ? compare(was[name], is[name], `${where}.${name}`) : [`${where}: property ${name} is gone`],
  );
  const now =
    direction === 'request'
      ? [...isRequired].filter((name) => !wasRequired.has(name)).map((name) => `${name} is now required`)
      : [...wasRequired]
          .filter((name) => is[name] && !isRequired.has(name))
          .map((name) => `${name} may now be left out`);
  return [...changes, ...now.map((what) => `${where}: property ${what}`)];
}

const atMost = ['maxLength', 'maxItems', 'maximum'];
const atLeast = ['minLength', 'minItems', 'minimum'];

/** Formats that only say in how many bits the values fit. */
const namesSize = new Set(['int32', 'int64']);

function narrowed(from, to) {
  const gone = to.enum ? (from.enum ?? ['anything']).filter((value) => !to.enum.includes(value)) : [];
  return [
    ...gone.map((value) => `value ${value} is no longer accepted`),
    ...(from.nullable && !to.nullable ? ['null is no longer accepted'] : []),
    ...atMost.filter((key) => to[key] < (from[key] ?? Infinity)).map((key) => `${key} is now ${to[key]}`),
    ...atLeast.filter((key) => to[key] > (from[key] ?? -Infinity)).map((key) => `${key} is now ${to[key]}`),
    ...(to.pattern && to.pattern !== from.pattern ? [`pattern is now ${to.pattern}`] : []),
    ...(to.format && to.format !== from.format && !(namesSize.has(to.format) && !from.format)
      ? [`format is now ${to.format}`]
      : []),
    ...(to.additionalProperties === false && from.additionalProperties !== false && from.type === 'object'
      ? ['other properties are no longer accepted']
      : []),
  ];
}

function loosened(from, to) {
  return [
    ...(to.nullable && !from.nullable ? ['may now be null'] : []),
    ...(from.format && to.format !== from.format
      ? [`format ${from.format} is now ${to.format ?? 'any'}`]
      : []),
  ];
}

/** A schema without references and `allOf`. */
function flat(schema, document) {
  if (!schema) return {};
  const { $ref, allOf = [], ...own } = schema;
  const parts = [...($ref ? [resolve($ref, document)] : []), ...allOf].map((part) => flat(part, document));
  return parts.reduceRight(
    (whole, part) => ({
      ...part,
      ...whole,
      properties: { ...part.properties, ...whole.properties },
      required: [...(part.required ?? []), ...(whole.required ?? [])],
    }),
    { ...own, enum: own.enum?.filter((value) => value !== null) },
  );
}

/** What stands at a reference. */
export function resolve(reference, document) {
  return reference
    .slice(2)
    .split('/')
    .reduce((node, step) => node[step.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}
