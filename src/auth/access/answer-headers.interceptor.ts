import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { withoutEndSlashes } from '../../common/http/end-slashes.js';
import { etagOf } from '../../common/http/etag.js';
import { sparseJson } from '../../common/schemas/fields.js';
import { ENDPOINT, sendsLocation, type EndpointOptions } from './endpoint-options.js';

/**
 * Sends a resource's version as ETag, a new resource's URL as Location, and a media type of their own with answers of some
 * fields, where the endpoint declares them.
 */
@Injectable()
export class AnswerHeadersInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const endpoint = this.reflector.get<EndpointOptions>(ENDPOINT, execution.getHandler());
    return next.handle().pipe(
      map((body: unknown) => {
        if (body === null || typeof body !== 'object') return body;
        const etag = endpoint.etag && etagOf(body);
        if (etag) void reply.header('etag', etag);
        if (endpoint.sparse && (request.query as { fields?: unknown }).fields !== undefined)
          void reply.type(sparseJson);
        const { id } = body as { id?: unknown };
        if (sendsLocation(endpoint) && typeof id === 'string') {
          const path = endpoint.location ?? withoutEndSlashes(request.url.split('?')[0]!);
          void reply.header('location', `${path}/${id}`);
        }
        return body;
      }),
    );
  }
}
