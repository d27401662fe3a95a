import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What is answered under a path, always the same while a server runs. */
export interface PageFile {
  type: string;
  body: Buffer;
  /** The same, for whoever takes it. */
  gzipped: Buffer;
  etag: string;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const library = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
/** The same from `src` and from `dist`. */
const own = fileURLToPath(new URL('../../../docs/site/', import.meta.url));

const folders: Readonly<Record<string, string>> = {
  'swagger-ui.css': library,
  'swagger-ui-bundle.js': library,
  'reference.css': own,
  'reference.js': own,
  'reference.svg': own,
  'account.js': own,
  'session.js': own,
  'swagger-plugin.js': own,
};

export function pageFile(name: string, body: Buffer): PageFile {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { type: types[extname(name)]!, body, gzipped: gzipSync(body), etag };
}

/** The files of Swagger UI that the page uses, and its own. */
export const pageFileNames = Object.keys(folders);

export const readPageFile = (name: string) => pageFile(name, readFileSync(join(folders[name]!, name)));
