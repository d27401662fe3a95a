import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside the built `database`, or the project's `migrations` when run from source. */
export const migrationsFolder =
  process.env.MIGRATIONS_DIR ??
  ['../migrations', '../../migrations']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
