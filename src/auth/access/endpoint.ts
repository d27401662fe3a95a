import {
  applyDecorators,
  HttpCode,
  SetMetadata,
  UseInterceptors,
  type Type,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtension, ApiOperation, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import type { z } from 'zod';
import { problemCatalogue, type ProblemCode } from '../../common/problems.js';
import { problemDetails } from '../../common/problem-schemas.js';
import { permissions, type Permission } from './permissions.js';

export const ENDPOINT = Symbol('ENDPOINT');

interface UploadField {
  description: string;
  enum?: string[];
  default?: string;
  example?: string;
}

export interface EndpointOptions {
  /** Who may call; `public` needs no credentials. */
  permission: Permission | 'public';
  summary: string;
  description?: string;
  /** What the SDK calls it, where its operationId without the resource's name would not do. */
  sdkName?: string;
  /** Body of the success response; without one the status is 204. */
  response?: z.ZodType;
  /** Success status; default 200 with a response, 204 without. */
  status?: number;
  /** Error codes besides those that every endpoint may return. */
  errors?: ProblemCode[];
  /** Content type of the success response when it is not JSON. */
  produces?: string | string[];
  /** A multipart upload: its `file` and these text fields. */
  upload?: { file: string; fields?: Record<string, UploadField> };
  /** A POST that changes nothing, and so takes no Idempotency-Key. */
  safe?: boolean;
  interceptors?: Type<NestInterceptor>[];
  /** Not rate limited, for probes. */
  unlimited?: boolean;
}

const everywhere: ProblemCode[] = [
  'validation_failed',
  'rate_limited',
  'internal_error',
  'unavailable',
  'storage_read_only',
  'insufficient_storage',
];
const signedIn: ProblemCode[] = ['authentication_required', 'token_invalid', 'permission_denied'];

/**
 * Declares who may call a route and documents it, in one place. The app does not start with a route without
 * it.
 */
export function Endpoint(options: EndpointOptions) {
  const isPublic = options.permission === 'public';
  const status = options.status ?? (options.response || options.produces ? 200 : 204);
  const codes = [...everywhere, ...(isPublic ? [] : signedIn), ...(options.errors ?? [])];
  return applyDecorators(
    SetMetadata(ENDPOINT, options),
    HttpCode(status),
    ApiOperation({ summary: options.summary, description: describe(options) }),
    ApiResponse({
      status,
      description: options.response || options.produces ? 'Done' : 'Done; no content',
      ...(options.response && { standardSchema: options.response }),
      ...(options.produces && { content: binaryContent(options.produces) }),
    }),
    ...problemResponses(codes),
    ...(isPublic ? [] : [ApiSecurity('bearer'), ApiSecurity('basic')]),
    ...(options.upload
      ? [
          ApiConsumes('multipart/form-data'),
          ApiBody({ required: true, schema: uploadSchema(options.upload) }),
        ]
      : []),
    ...(options.interceptors?.length ? [UseInterceptors(...options.interceptors)] : []),
    ApiExtension('x-permission', options.permission),
    ...(options.sdkName === undefined ? [] : [ApiExtension('x-sdk-name', options.sdkName)]),
  );
}

function describe({ description, permission }: EndpointOptions): string {
  const who =
    permission === 'public'
      ? 'Needs no credentials.'
      : Object.entries(permissions[permission])
          .filter(([side]) => side !== 'key')
          .map(([side, roles]) => `${side}: ${(roles as readonly string[]).join(', ')}`)
          .join('; ');
  const allowed = permission === 'public' ? who : `Allowed (\`${permission}\`): ${who}.`;
  return description ? `${description}\n\n${allowed}` : allowed;
}

function problemResponses(codes: ProblemCode[]) {
  const byStatus = Map.groupBy(new Set(codes), (code) => problemCatalogue[code].status);
  return [...byStatus].map(([status, group]) =>
    ApiResponse({
      status,
      description: group.map((code) => `\`${code}\``).join(', '),
      standardSchema: problemDetails,
    }),
  );
}

function binaryContent(produces: string | string[]) {
  const types = Array.isArray(produces) ? produces : [produces];
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
}

function uploadSchema({ file, fields = {} }: NonNullable<EndpointOptions['upload']>) {
  const texts = Object.entries(fields).map(([name, field]) => [name, { type: 'string', ...field }] as const);
  return {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary', description: file },
      ...Object.fromEntries(texts),
    },
  };
}
