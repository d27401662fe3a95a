import { join } from 'node:path';
import { bin, node, openapi, typescriptTool } from '../support.mjs';

export default typescriptTool({
  name: 'oazapfts',
  packages: ['oazapfts', '@oazapfts/runtime'],
  generate: (dir) => node([bin('.bin/oazapfts'), openapi, join(dir, 'api.ts')]),
});
