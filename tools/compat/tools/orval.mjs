import { generate } from 'orval';
import { join } from 'node:path';
import { openapi, typescriptTool } from '../support.mjs';

export default typescriptTool({
  name: 'orval',
  packages: ['orval'],
  generate: (dir) =>
    generate({
      input: openapi,
      output: {
        target: join(dir, 'api.ts'),
        client: 'fetch',
        // It would type what is answered without `fields` as either.
        override: { contentType: { exclude: ['application/vnd.waybill.sparse+json'] } },
        baseUrl: { runtime: "process.env.WAYBILL_URL ?? ''" },
      },
    }),
});
