import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { runInContext, systemActor, type RequestContext } from '../../common/http/request-context.js';
import { ENDPOINT, honoursIfMatch, type EndpointOptions } from './endpoint-options.js';
import { actorOf } from './principal.js';

/** Puts the caller, and the If-Match version where it is honoured, into the context of the request. */
@Injectable()
export class ContextInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const endpoint = this.reflector.get<EndpointOptions>(ENDPOINT, execution.getHandler());
    const context: RequestContext = {
      requestId: request.id,
      scope: request.user?.scope ?? { audience: 'none' },
      actor: request.user ? actorOf(request.user) : systemActor,
      ifMatch: honoursIfMatch(endpoint) ? request.headers['if-match'] : undefined,
    };
    return new Observable((subscriber) => runInContext(context, () => next.handle().subscribe(subscriber)));
  }
}
