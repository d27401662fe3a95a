import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, Observable } from 'rxjs';
import { etagOf } from '../common/etag.js';
import { runInContext, systemActor, type RequestContext } from '../common/request-context.js';
import { actorOf } from './principal.js';

/** Carries who is calling, and what they saw last, into everything a request does; answers the version as ETag. */
@Injectable()
export class ContextInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const context: RequestContext = {
      requestId: request.id,
      scope: request.user?.scope ?? { audience: 'none' },
      actor: request.user ? actorOf(request.user) : systemActor,
      ifMatch: request.headers['if-match'],
    };
    const handled = new Observable((subscriber) =>
      runInContext(context, () => next.handle().subscribe(subscriber)),
    );
    return handled.pipe(
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
