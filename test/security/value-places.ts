import { openapi } from '../support/contract.js';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** Where in a body a text or a number may stand. */
export interface ValuePlace {
  pointer: string;
  kind: 'string' | 'moment' | 'number';
}

const { schemas } = openapi.components as { schemas: Record<string, Schema> };

/** Every place that the schema knows, also those of optional fields; of lists the first. */
export function valuePlaces(schema: Schema, pointer = ''): ValuePlace[] {
  if (schema.$ref) return valuePlaces(schemas[schema.$ref.split('/').at(-1)!]!, pointer);
  const places = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((part) =>
    valuePlaces(part, pointer),
  );
  if (schema.type === 'string')
    places.push({ pointer, kind: schema.format === 'date-time' ? 'moment' : 'string' });
  if (schema.type === 'number' || schema.type === 'integer') places.push({ pointer, kind: 'number' });
  if (schema.items) places.push(...valuePlaces(schema.items, `${pointer}/0`));
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    places.push(...valuePlaces(property, `${pointer}/${name}`));
  if (typeof schema.additionalProperties === 'object')
    places.push(...valuePlaces(schema.additionalProperties, `${pointer}/any`));
  return [...new Map(places.map((place) => [place.pointer + place.kind, place])).values()];
}

/** A copy with a value at the pointer; what is missing on the way is made. */
export function withValue(body: unknown, pointer: string, value: unknown): unknown {
  const [, ...keys] = pointer.split('/');
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const inner = rest.length === 0 ? '' : `/${rest.join('/')}`;
  if (key === '0') {
    const [first, ...others] = Array.isArray(body) ? (body as unknown[]) : [];
    return [withValue(first, inner, value), ...others];
  }
  const held = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return { ...held, [key]: withValue(held[key], inner, value) };
}
