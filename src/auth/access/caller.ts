import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { networkOf } from '../../common/http/network-address.js';
import { problem } from '../../common/problems/problems.js';
import type { Principal, UserPrincipal } from './principal.js';

/** The caller, in a controller's parameters. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  callerOf(context),
);

/** The caller, where it must be a person. */
export const CallingUser = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal => {
  const principal = callerOf(context);
  if (principal.kind !== 'user')
    throw problem('permission_denied', 'This is for people, not for API keys. Sign in instead.');
  return principal;
});

/** What the caller is counted by, seen through proxies as `TRUST_PROXY` says; hidden from the API document. */
export const CallerAddress = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  networkOf(requestOf(context).ip),
);

/** The caller's User-Agent header; hidden from the API document. */
export const UserAgent = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => requestOf(context).headers['user-agent'],
);

/** The caller's Accept-Language header; hidden from the API document. */
export const AcceptedLanguages = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    requestOf(context).headers['accept-language'],
);

function callerOf(context: ExecutionContext): Principal {
  const { user } = requestOf(context);
  if (!user) throw problem('authentication_required');
  return user;
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();
