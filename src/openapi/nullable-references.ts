import type { Schema } from './document-types.js';

const place = '#/components/schemas/';

/**
 * Lets null through in what a nullable schema refers to: in OpenAPI 3.0 `nullable` beside `allOf` takes no null that
 * a part of the `allOf` refuses. What is referred to elsewhere without null gets a nullable namesake.
 */
export function admitNull(document: { components?: { schemas?: Record<string, object> } }): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const references = [...referencesIn(document, false)];
  const named = ({ $ref }: Schema) => $ref!.slice(place.length);
  const plain = new Set(references.filter(({ nullable }) => !nullable).map(({ schema }) => named(schema)));
  for (const { schema } of references.filter(({ nullable }) => nullable)) {
    const name = named(schema);
    const admitting = plain.has(name) ? `Nullable${name}` : name;
    schemas[admitting] = { ...schemas[name], nullable: true };
    schema.$ref = `${place}${admitting}`;
  }
}

function* referencesIn(node: unknown, nullable: boolean): Generator<{ schema: Schema; nullable: boolean }> {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Schema;
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith(place)) yield { schema, nullable };
  for (const [key, child] of Object.entries(node)) {
    const inAllOf = key === 'allOf' && schema.nullable === true;
    for (const part of Array.isArray(child) ? (child as unknown[]) : [child])
      yield* referencesIn(part, inAllOf);
  }
}
