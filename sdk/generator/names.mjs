const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/** Every operation of the document, in its order. */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([url, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({ method: method.toUpperCase(), url, item, operation: item[method] })),
  );
}

/**
 * What each operation is called and within which resource, by operationId: `x-sdk-name` where the document has one,
 * which may name another resource than the tag's (`me.update`); else the operationId without the resource's name, so
 * that `updateClient` of “Clients” is `update`.
 * @throws Error when two of a resource have one name
 */
export function sdkNames(document) {
  const names = new Map();
  const taken = new Map();
  const clashes = [];
  for (const { operation } of operationsOf(document)) {
    const { operationId } = operation;
    const tag = operation.tags?.[0];
    if (!operationId || !tag)
      throw new Error(`An operation without tag or operationId: ${operationId ?? tag}`);
    const [name, resource = resourceName(tag)] = (
      operation['x-sdk-name'] ?? withoutResource(operationId, tag)
    )
      .split('.')
      .reverse();
    const place = `${resource}.${name}`;
    if (taken.has(place)) clashes.push(`${place}: ${taken.get(place)} and ${operationId}`);
    taken.set(place, operationId);
    names.set(operationId, { resource, name });
  }
  if (clashes.length > 0)
    throw new Error(
      `Operations with one name in the SDK; tell them apart by sdkName in @Endpoint:\n  ${clashes.join('\n  ')}`,
    );
  return names;
}

/** The client's property for a tag: “Order imports” is `orderImports`. */
export function resourceName(tag) {
  const [first, ...more] = wordsOf(tag);
  return first.toLowerCase() + more.map(capitalized).join('');
}

export function capitalized(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function wordsOf(tag) {
  return tag.split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
}

function withoutResource(operationId, tag) {
  const plural = wordsOf(tag).map(capitalized).join('');
  const singular = plural.replace(/s$/, '');
  const rest = operationId.replace(new RegExp(`(?<=[a-z])(${plural}|${singular})(?![a-z])`), '');
  return rest === '' ? operationId : rest;
}
