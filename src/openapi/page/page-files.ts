import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StaticAnswer } from '../../common/http/static-answer.js';

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
  'icon.svg': own,
  'account.js': own,
  'session.js': own,
  'swagger-plugin.js': own,
};

export const pageFile = (name: string, body: string | Buffer) =>
  new StaticAnswer(body, types[extname(name)]!);

/** The files of Swagger UI that the page uses, and its own. */
export const pageFileNames = Object.keys(folders);

export const readPageFile = (name: string) => pageFile(name, readFileSync(join(folders[name]!, name)));
