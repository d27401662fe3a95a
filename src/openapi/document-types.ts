/** What this folder reads and writes of an OpenAPI 3.0 document. */
export interface Reference {
  $ref: string;
}

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  example?: unknown;
  default?: unknown;
  enum?: unknown[];
  nullable?: boolean;
  maxLength?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

export interface Parameter {
  in: string;
  name: string;
  description?: string;
  schema?: Schema;
  style?: string;
  explode?: boolean;
}

export interface Response {
  description: string;
  headers?: Record<string, Reference>;
  content?: Record<string, { schema?: Schema; examples?: Record<string, Reference> }>;
  links?: Record<string, Link>;
}

export interface Link {
  operationId: string;
  description?: string;
  parameters?: Record<string, string>;
}

/** What is sent to receivers: of OpenAPI 3.1, and under `x-webhooks` in 3.0. */
export interface Webhook {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: [];
  parameters: Reference[];
  requestBody: { required: true; content: Record<string, { schema: object; example: object }> };
  responses: Record<string, { description: string }>;
}

export interface DocumentedWebhooks {
  /** By name. */
  items: Record<string, { post: Webhook }>;
  /** Their headers, which become components. */
  parameters: Record<string, object>;
}

export interface Operation {
  operationId: string;
  tags?: string[];
  parameters?: (Parameter | Reference)[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, Response | Reference>;
  security?: unknown[];
}
