import type { z } from 'zod';
import { described } from './described.js';
import { repeatable } from './schemas.js';

/** Media type of answers that have only the properties asked for, so that none is taken for a whole one. */
export const sparseJson = 'application/vnd.waybill.sparse+json';

type NameIn<Item extends z.ZodObject> = keyof Item['shape'] & string;

/** The names of an answer's properties, each with what the answer says of it. */
export function propertyNames<Item extends z.ZodObject>(item: Item, id: string) {
  const entries = Object.entries<z.core.$ZodType>(item.shape).map(
    ([name, property]) => [name, (property as z.ZodType).meta()?.description ?? ''] as const,
  );
  const meanings = Object.fromEntries(entries) as Record<NameIn<Item>, string>;
  return described('A property of the answer:', meanings).meta({ id });
}

/** The query parameter by which callers ask for some properties alone. */
export const fieldsQuery = <Name extends z.ZodType>(name: Name) =>
  repeatable(name).describe(
    'Only these properties, and `id`; repeat it for several: `fields=status&fields=eta`. Left out: all of them.',
  );

/** An answer of which any property but the id may be left out. */
export function sparse<Item extends z.ZodObject<{ id: z.ZodType }>>(item: Item, id: string, what: string) {
  return item
    .partial()
    .extend({ id: item.shape.id })
    .meta({ id, description: `${what}, with the properties that \`fields\` asked for.` });
}

/** What is told where `fields` may have asked for less. */
export type Sparse<Item extends { id: unknown }> = Pick<Item, 'id'> & Partial<Item>;
