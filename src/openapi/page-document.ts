import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  type?: string;
  description?: string;
  example?: unknown;
  default?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
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
 * The document for the page. Swagger UI fills forms and filters with their examples, so that lists come back empty
 * and uploads are rejected: here their examples move to the descriptions and the fields are empty. Defaults stay.
 */
export function pageDocument(document: OpenAPIObject): OpenAPIObject {
  const copy = structuredClone(document);
  const operations = Object.values(copy.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const { parameters = [], requestBody } of operations) {
    for (const parameter of parameters) describeExample(parameter);
    const form = requestBody?.content?.['multipart/form-data']?.schema;
    for (const [name, field] of Object.entries(form?.properties ?? {}))
      if (!form?.required?.includes(name)) emptyField(field);
  }
  return copy;
}

function describeExample(parameter: Parameter): void {
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

/** Swagger UI sends `string` for a text field without an example, and the first of several choices. */
function emptyField(field: Schema): void {
  if (field.default !== undefined) return;
  field.description = withExample(field.description, field.example);
  field.example = '';
}

function withExample(description: string | undefined, example: unknown): string | undefined {
  if (example === undefined || example === null) return description;
  const shown = typeof example === 'string' ? example : JSON.stringify(example);
  return [description, `Example: \`${shown}\``].filter(Boolean).join(' ');
}
