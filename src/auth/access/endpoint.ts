import { applyDecorators, HttpCode, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtension, ApiOperation, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import {
  DECLARED,
  ENDPOINT,
  eventStream,
  factsOf,
  successStatus,
  type EndpointOptions,
} from './endpoint-options.js';
import { permissions } from './permissions.js';

/**
 * Declares who may call a route and documents it, in one place. The app does not start with a route without
 * it.
 */
export function Endpoint(options: EndpointOptions) {
  const isPublic = options.permission === 'public';
  return applyDecorators(
    SetMetadata(ENDPOINT, options),
    HttpCode(successStatus(options)),
    ApiOperation({ summary: options.summary, description: describe(options) }),
    ApiResponse({
      status: successStatus(options),
      description: options.returns,
      ...(options.response && { standardSchema: options.response }),
      ...(options.produces && { content: binaryContent(options.produces) }),
    }),
    // Decorators have one body a status: the document puts this one beside the whole one.
    ...(options.sparse ? [ApiResponse({ status: 'default', standardSchema: options.sparse })] : []),
    ...(isPublic ? [] : [ApiSecurity('basic'), ApiSecurity('bearer')]),
    ...(options.upload
      ? [
          ApiConsumes('multipart/form-data'),
          ApiBody({ required: true, schema: uploadSchema(options.upload) }),
        ]
      : []),
    ...(options.interceptors?.length ? [UseInterceptors(...options.interceptors)] : []),
    ApiExtension('x-permission', options.permission),
    ApiExtension(DECLARED, factsOf(options)),
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
  return `${description}\n\n${allowed}`;
}

function binaryContent(produces: string | string[]) {
  const types = Array.isArray(produces) ? produces : [produces];
  const schemaOf = (type: string) =>
    type === eventStream ? { type: 'string' } : { type: 'string', format: 'binary' };
  return Object.fromEntries(types.map((type) => [type, { schema: schemaOf(type) }]));
}

function uploadSchema({ file, fields = {} }: NonNullable<EndpointOptions['upload']>) {
  const texts = Object.entries(fields).map(
    ([name, { required: _required, ...field }]) => [name, { type: 'string', ...field }] as const,
  );
  const required = Object.keys(fields).filter((name) => fields[name]!.required);
  return {
    type: 'object',
    required: ['file', ...required],
    additionalProperties: false,
    properties: {
      file: { type: 'string', format: 'binary', description: file },
      ...Object.fromEntries(texts),
    },
  };
}
