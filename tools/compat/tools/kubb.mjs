import { build } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
import { openapi, root, typescriptTool } from '../support.mjs';

export default typescriptTool({
  name: 'kubb',
  packages: ['@kubb/core', '@kubb/plugin-client'],
  generate: async (dir) => {
    const { error, failedPlugins } = await build({
      config: {
        root,
        input: { path: openapi },
        output: { path: dir, clean: false },
        plugins: [
          pluginOas({ generators: [] }),
          pluginTs(),
          pluginClient({
            client: 'fetch',
            bundle: true,
            dataReturnType: 'full',
            paramsType: 'object',
            pathParamsType: 'object',
          }),
        ],
      },
    });
    if (error) throw error;
    for (const { error: reason } of failedPlugins ?? []) throw reason;
  },
});
