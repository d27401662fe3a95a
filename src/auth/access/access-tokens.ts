import type { ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { problem } from '../../common/problems/problems.js';
import type { ReceivedClaims } from './access-claims.js';

const mostRemembered = 10_000;

/**
 * Access tokens, checked by passport. What one says stays true until it expires, so its signature is checked once.
 * Whether its session still stands is another question, to be asked on every request.
 */
export class AccessTokens extends AuthGuard('jwt') {
  private readonly checked = new Map<string, ReceivedClaims>();

  constructor() {
    super({ property: 'claims' });
  }

  /**
   * @param token that of the request; its header may hold more, of any length
   * @throws Problem `token_invalid`
   */
  async claimsOf(context: ExecutionContext, token: string): Promise<ReceivedClaims> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { claims?: ReceivedClaims }>();
    const known = this.checked.get(token);
    if (known && Date.now() < known.exp * 1000) return known;
    await this.canActivate(context);
    if (this.checked.size >= mostRemembered) this.checked.clear();
    this.checked.set(token, request.claims!);
    return request.claims!;
  }

  override handleRequest<T>(error: unknown, claims: T | false): T {
    if (error) throw error as Error;
    if (!claims)
      throw problem(
        'token_invalid',
        'The access token is wrong or has expired. Refresh it or sign in again.',
      );
    return claims;
  }
}
