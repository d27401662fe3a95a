import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './etag.js';

/** Sends a resource's version as ETag, and a new resource's URL as Location. */
@Injectable()
export class AnswerHeadersInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (body === null || typeof body !== 'object') return body;
        const etag = etagOf(body);
        if (etag) void reply.header('etag', etag);
        const { id } = body as { id?: unknown };
        const isNew = reply.statusCode === 201 || reply.statusCode === 202;
        if (isNew && typeof id === 'string' && !reply.hasHeader('location')) {
          void reply.header('location', `${request.url.split('?')[0]!.replace(/\/+$/, '')}/${id}`);
        }
        return body;
      }),
    );
  }
}
