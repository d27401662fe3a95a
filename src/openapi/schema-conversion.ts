import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

export type SchemaObject = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type JsonSchema = Record<string, unknown>;

/** Converts zod to OpenAPI 3.0; schemas with an id become components. */
export function convertSchema(schema: z.ZodType, io: 'input' | 'output' = 'input') {
  const { definitions, ...root } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      plain(jsonSchema);
      if (io === 'output') openToNewFields(jsonSchema);
      if (zodSchema instanceof z.ZodDiscriminatedUnion) mapDiscriminator(jsonSchema, zodSchema);
    },
  }) as JsonSchema & {
    definitions?: Record<string, JsonSchema>;
  };
  delete root.$schema;
  return { schema: root as SchemaObject, components: (definitions ?? {}) as Record<string, SchemaObject> };
}

/** Removes what helps no reader: the long patterns of formats, the bounds of safe integers. */
function plain(schema: JsonSchema): void {
  if (schema.format) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  delete schema.id;
}

/** Answers gain fields from version to version, which no client may trip over. */
function openToNewFields(schema: JsonSchema): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
}

/** Which value of the telling property belongs to which of the alternatives. */
function mapDiscriminator(schema: JsonSchema, { def }: z.ZodDiscriminatedUnion): void {
  const references = schema.oneOf as { $ref: string }[];
  const mapping = def.options.flatMap((option, index) => {
    const reference = references[index]!.$ref.replace('#/definitions/', '#/components/schemas/');
    const values = option._zod.propValues?.[def.discriminator] ?? [];
    return [...values].map((value) => [String(value), reference] as const);
  });
  schema.discriminator = { propertyName: def.discriminator, mapping: Object.fromEntries(mapping) };
}
