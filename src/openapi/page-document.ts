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
  example?: unknown;
  schema?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}

interface Problems {
  headers?: object;
  content?: { 'application/problem+json'?: { examples?: Record<string, unknown> } };
}

/**
 * The document for the page. Swagger UI fills forms and filters with their examples, so that lists come back empty
 * and uploads are rejected: here their examples move to the descriptions and the fields are empty, also those of headers: the
 * same `Idempotency-Key` would be sent with every call. Defaults stay.
 * It does not follow references to examples, so that problems have theirs in place. What is called is the server that
 * the page came from, also where that stands below a path.
 */
export function pageDocument(document: OpenAPIObject): OpenAPIObject {
  const copy = structuredClone(document);
  copy.servers = [{ url: '..' }];
  shortenIntroduction(copy);
  const { parameters: headers = {}, responses = {}, examples = {} } = copy.components ?? {};
  for (const header of Object.values(headers) as Parameter[]) describeExample(header);
  for (const response of Object.values(responses) as Problems[]) {
    const problems = response.content?.['application/problem+json'];
    for (const code of Object.keys(problems?.examples ?? {})) problems!.examples![code] = examples[code];
    // The same of every problem, ten times an operation; who reads programs' headers has the document.
    delete response.headers;
  }
  const operations = Object.values(copy.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const { parameters = [], requestBody } of operations) {
    for (const parameter of parameters) describeExample(parameter);
    const form = requestBody?.content?.['multipart/form-data']?.schema;
    for (const [name, field] of Object.entries(form?.properties ?? {}))
      if (!form?.required?.includes(name)) emptyField(field);
  }
  return copy;
}

/** The rules for every call stand in the way of the operations: the page folds them. */
function shortenIntroduction({ info }: OpenAPIObject): void {
  const [lead = '', ...rules] = (info.description ?? '').split(/^(?=## )/m);
  info.description = lead.trim();
  Object.assign(info, { 'x-rules': rules.join('') });
}

function describeExample(parameter: Parameter): void {
  const { schema } = parameter;
  if (!schema) return;
  const example = parameter.example ?? schema.example;
  parameter.description = withExample(parameter.description ?? schema.description, example);
  delete parameter.example;
  dropExamples(schema);
  // Without, Swagger UI makes up keys and looks for what has them.
  if (schema.type === 'object') schema.example = {};
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
