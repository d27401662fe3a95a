import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built worker of this URL beside its caller, also for code that runs from source. */
export function builtFile(file: URL): URL {
  return existsSync(fileURLToPath(file))
    ? file
    : new URL(file.href.replace(/\/src\/(?!.*\/src\/)/, '/dist/'));
}
