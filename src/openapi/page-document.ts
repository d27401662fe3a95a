import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  type?: string;
  description?: string;
  example?: unknown;
  default?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
}

interface Parameter {
  description?: string;
  schema?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}

/**
 * The document as the page is given it. Swagger UI fills forms and filters in with their examples, so that lists come
 * back empty and uploads are refused: here examples of those are words beside an empty field. Defaults stay.
 */
export function pageDocument(document: OpenAPIObject): OpenAPIObject {
  const copy = structuredClone(document);
  const operations = Object.values(copy.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const { parameters = [], requestBody } of operations) {
    for (const parameter of parameters) tellExample(parameter);
    const form = requestBody?.content?.['multipart/form-data']?.schema;
    for (const field of Object.values(form?.properties ?? {})) emptyField(field);
  }
  return copy;
}

function tellExample(parameter: Parameter): void {
  const { schema } = parameter;
  if (!schema) return;
  parameter.description = withExample(parameter.description ?? schema.description, schema.example);
  dropExamples(schema);
}

function dropExamples(schema: Schema): void {
  delete schema.example;
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.items]) {
    if (part) dropExamples(part);
  }
}

/** Without an example of its own a text field is sent as `string`, and a choice as its first. */
function emptyField(field: Schema): void {
  if (field.format === 'binary' || field.default !== undefined) return;
  field.description = withExample(field.description, field.example);
  field.example = '';
}

function withExample(description: string | undefined, example: unknown): string | undefined {
  if (example === undefined || example === null) return description;
  const shown = typeof example === 'string' ? example : JSON.stringify(example);
  return [description, `Example: \`${shown}\``].filter(Boolean).join(' ');
}
