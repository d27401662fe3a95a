import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { readAuthorization } from './access.guard.js';
import { AccessTokens } from './access-tokens.js';

const claims = { sub: 'a', sid: 'b', mid: 'c', exp: Date.now() };

class Checks extends AccessTokens {
  count = 0;

  override canActivate(context: ExecutionContext): boolean {
    this.count += 1;
    context.switchToHttp().getRequest<{ claims?: object }>().claims = claims;
    return true;
  }
}

describe('an access token', () => {
  it('is checked and remembered once, whatever stands around it in the header', async () => {
    const tokens = new Checks();
    for (const authorization of ['Bearer a.b.c', 'bearer a.b.c', 'Bearer a.b.c more', 'Bearer a.b.c\tmore']) {
      const context = new ExecutionContextHost([{ headers: { authorization } }]);
      expect(await tokens.claimsOf(context, readAuthorization(authorization)!)).toBe(claims);
    }
    expect(tokens.count).toBe(1);
  });
});
