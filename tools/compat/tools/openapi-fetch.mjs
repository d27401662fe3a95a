import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTs, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { openapi, typescriptTool } from '../support.mjs';

const blob = ts.factory.createTypeReferenceNode(ts.factory.createIdentifier('Blob'));

export default typescriptTool({
  name: 'openapi-fetch',
  packages: ['openapi-typescript', 'openapi-fetch'],
  generate: async (dir) => {
    const nodes = await openapiTs(pathToFileURL(openapi), {
      // As its manual shows for uploads: binary is a string otherwise.
      // Requests may leave out what has a default.
      defaultNonNullable: false,
      transform: ({ format }) => (format === 'binary' ? blob : undefined),
    });
    await writeFile(join(dir, 'schema.ts'), astToString(nodes));
  },
});
