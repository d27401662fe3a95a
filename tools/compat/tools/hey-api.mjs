import { bin, node, openapi, typescriptTool } from '../support.mjs';

export default typescriptTool({
  name: 'hey-api',
  packages: ['@hey-api/openapi-ts'],
  generate: (dir) => node([bin('@hey-api/openapi-ts/bin/run.js'), '--input', openapi, '--output', dir]),
});
