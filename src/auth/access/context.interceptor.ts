import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { runInContext, systemActor, type RequestContext } from '../../common/request-context.js';
import { actorOf } from './principal.js';

/** Puts the caller and the If-Match version into the context of the request. */
@Injectable()
export class ContextInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const context: RequestContext = {
      requestId: request.id,
      scope: request.user?.scope ?? { audience: 'none' },
      actor: request.user ? actorOf(request.user) : systemActor,
      ifMatch: request.headers['if-match'],
    };
    return new Observable((subscriber) => runInContext(context, () => next.handle().subscribe(subscriber)));
  }
}
