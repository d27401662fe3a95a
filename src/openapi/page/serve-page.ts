import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { policyFor } from '../../common/http/page-policy.js';
import { sendStatic, StaticAnswer } from '../../common/http/static-answer.js';
import { pageDocument } from '../page-document.js';
import { pageFile, pageFileNames, readPageFile } from './page-files.js';
import { pageHtml } from './page-html.js';

/** Serves Swagger UI at `/docs`, and what it consists of below. */
export function servePage(fastify: FastifyInstance, document: () => OpenAPIObject): void {
  for (const [path, base] of Object.entries({ '': './docs/', '/': './', '/index.html': './' }))
    servePageAt(fastify, `/docs${path}`, pageHtml(base));
  for (const name of pageFileNames) serve(fastify, name, () => readPageFile(name));
  const forPage = () => JSON.stringify(pageDocument(document()));
  serve(fastify, 'reference.json', () => pageFile('reference.json', forPage()));
}

function servePageAt(fastify: FastifyInstance, path: string, html: string): void {
  const page = new StaticAnswer(html, 'text/html; charset=utf-8', policyFor(html));
  fastify.get(path, (request, reply) => sendStatic(request, reply, page));
}

/** @param make called at the first request: nobody may ever ask */
function serve(fastify: FastifyInstance, name: string, make: () => StaticAnswer): void {
  let made: StaticAnswer | undefined;
  fastify.get(`/docs/${name}`, (request, reply) => sendStatic(request, reply, (made ??= make())));
}
