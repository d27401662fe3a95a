import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileAnswer } from '../../common/http/byte-ranges.js';
import { policyFor } from '../../common/http/page-policy.js';
import { pageDocument } from '../page-document.js';
import { pageFile, pageFileNames, readPageFile, type PageFile } from './page-files.js';
import { pageHtml } from './page-html.js';

/** Serves Swagger UI at `/docs`, and what it consists of below. */
export function servePage(fastify: FastifyInstance, document: () => OpenAPIObject): void {
  for (const [path, base] of Object.entries({ '': './docs/', '/': './', '/index.html': './' }))
    servePageAt(fastify, `/docs${path}`, pageHtml(base));
  for (const name of pageFileNames) serve(fastify, name, () => readPageFile(name));
  const forPage = () => Buffer.from(JSON.stringify(pageDocument(document())));
  serve(fastify, 'reference.json', () => pageFile('reference.json', forPage()));
}

function servePageAt(fastify: FastifyInstance, path: string, html: string): void {
  const policy = policyFor(html);
  fastify.get(path, (_request, reply) =>
    reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(html),
  );
}

/** @param make called at the first request: nobody may ever ask */
function serve(fastify: FastifyInstance, name: string, make: () => PageFile): void {
  let made: PageFile | undefined;
  fastify.get(`/docs/${name}`, (request, reply) => send(request, reply, (made ??= make())));
}

function send({ headers }: FastifyRequest, reply: FastifyReply, { type, body, gzipped, etag }: PageFile) {
  void reply.headers({ etag, 'cache-control': 'public, max-age=0', vary: 'accept-encoding' });
  const asked = { 'if-none-match': headers['if-none-match'] };
  if (fileAnswer({ size: body.length, etag }, asked).status === 304) return reply.status(304).send();
  const isGzipped = /\bgzip\b/.test(String(headers['accept-encoding']));
  if (isGzipped) void reply.header('content-encoding', 'gzip');
  return reply.type(type).send(isGzipped ? gzipped : body);
}
