import { generateApi } from 'swagger-typescript-api';
import { openapi, typescriptTool } from '../support.mjs';

export default typescriptTool({
  name: 'swagger-typescript-api',
  packages: ['swagger-typescript-api'],
  generate: (dir) =>
    generateApi({
      input: openapi,
      output: dir,
      fileName: 'api.ts',
      generateUnionEnums: true,
      httpClientType: 'fetch',
      silent: true,
    }),
});
