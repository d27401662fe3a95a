import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Keeps compiled code beside what is built, where that may be written to, for the next start and for every thread. */
const folder = fileURLToPath(new URL('./.compiled/', import.meta.url));
enableCompileCache(folder);
process.env.NODE_COMPILE_CACHE ??= folder;
