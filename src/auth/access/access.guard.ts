import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../common/http/network-address.js';
import { problem } from '../../common/problems/problems.js';
import { isApiKey } from '../identity/api-key-secrets.js';
import { AccessTokens } from './access-tokens.js';
import { ENDPOINT, type EndpointOptions } from './endpoint-options.js';
import { permissions, type Permission } from './permissions.js';
import { countedAs, mayDo, type Principal } from './principal.js';
import { Principals } from './principals.js';
import { RateLimits, type Allowance } from './rate-limits.js';

declare module 'fastify' {
  interface FastifyRequest {
    user?: Principal;
  }
}

/**
 * Denies by default: a route is open only as its `@Endpoint` says, to callers with valid credentials who are
 * within their rate limit.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly accessTokens = new AccessTokens();

  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<EndpointOptions | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw problem('permission_denied');
    if (endpoint.unlimited) return true;
    if (endpoint.permission === 'public') {
      await this.limit(context);
      return true;
    }
    const principal = await this.authenticate(context).catch(async (error: unknown) => {
      await this.limit(context);
      throw error;
    });
    await this.limit(context, principal);
    if (!mayDo(principal, endpoint.permission)) {
      throw problem(
        'permission_denied',
        `This needs \`${endpoint.permission}\`. ${whatIsMissing(principal, endpoint.permission)}`,
      );
    }
    return true;
  }

  private async authenticate(context: ExecutionContext): Promise<Principal> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const credential = readAuthorization(request.headers.authorization);
    if (!credential) {
      throw problem('authentication_required');
    }
    return (request.user = isApiKey(credential)
      ? await this.principals.ofKey(credential)
      : await this.principals.ofClaims(await this.accessTokens.claimsOf(context, credential)));
  }

  /**
   * Callers without credentials are counted by their network.
   * @throws Problem `rate_limited`
   */
  private async limit(context: ExecutionContext, principal?: Principal): Promise<void> {
    const http = context.switchToHttp();
    const address = `address:${networkOf(http.getRequest<FastifyRequest>().ip)}`;
    const allowance = await this.limits.consume(principal ? countedAs(principal) : { caller: address });
    void http.getResponse<FastifyReply>().headers(limitHeaders(allowance));
    if (allowance.allowed) return;
    const seconds = allowance.resetSeconds;
    throw problem('rate_limited', `Wait ${seconds} seconds before the next request.`, undefined, {
      'retry-after': String(seconds),
    });
  }
}

function limitHeaders({ policy, limit, remaining, windowSeconds, resetSeconds }: Allowance) {
  return {
    'ratelimit-policy': `"${policy}";q=${limit};w=${windowSeconds}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
  };
}

/** The token of `Bearer …`, or the user name of `Basic …`. */
export function readAuthorization(header: string | undefined): string | undefined {
  const [scheme, value] = header?.split(/\s/) ?? [];
  if (!value) return undefined;
  if (/^bearer$/i.test(scheme ?? '')) return value;
  if (/^basic$/i.test(scheme ?? ''))
    return Buffer.from(value, 'base64').toString('utf8').split(':')[0] || undefined;
  return undefined;
}

/** Names who on the caller's side has the permission. */
function whatIsMissing(principal: Principal, permission: Permission): string {
  const { audience } = principal.scope;
  const allowed: Partial<Record<typeof audience, readonly string[]>> = permissions[permission];
  const roles = allowed[audience];
  if (!roles)
    return audience === 'client'
      ? 'Only people of the delivery company may do it, not those of a client.'
      : 'Only people of a client may do it, not those of the delivery company.';
  if (!permissions[permission].key && principal.kind === 'api_key')
    return 'API keys may not; sign in for it.';
  if (principal.kind === 'api_key') return `The API key “${principal.name}” does not have this scope.`;
  const able = new Intl.ListFormat('en', { type: 'disjunction' }).format(roles);
  return `In your team an ${able} may do it; you are ${principal.role === 'admin' ? 'an' : 'a'} ${principal.role}.`;
}
