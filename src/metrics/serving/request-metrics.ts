import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { eventStream } from '../../auth/access/endpoint-options.js';
import { httpRequests, httpSeconds } from '../measures.js';
import { OperationNames } from './operation-names.js';

/** Counts and times every request, also those that were refused before their route. */
@Injectable()
export class RequestMetrics {
  constructor(private readonly names: OperationNames) {}

  attachTo(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const operation = this.names.of(request.method, request.routeOptions.url);
      httpRequests.inc({ operation, status: `${Math.floor(reply.statusCode / 100)}xx` });
      const isStream = String(reply.getHeader('content-type')).startsWith(eventStream);
      if (!isStream) httpSeconds.observe({ operation }, reply.elapsedTime / 1_000);
      done();
    });
  }
}
