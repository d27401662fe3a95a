import { randomBytes } from 'node:crypto';

/** An access token, with the refresh token that came with it unless it never expires. */
export interface Grant {
  accessToken: string;
  accessExpiresAt: number;
  refreshToken: string | null;
  refreshExpiresAt: number;
  scopes: string[];
  /** The grant whose refresh token it was got with. */
  before: Grant | null;
  isRetired: boolean;
  firstRefreshedAt: number | null;
}

interface Code {
  scopes: string[];
  redirectUri: string;
  expiresAt: number;
}

export interface Lifetimes {
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
}

const codeLifetimeMs = 60_000;
/** A refresh token may be used again for this long, until its replacement is used. */
const retryLifetimeMs = 30 * 86_400_000;

/** What one store granted the app: codes, access tokens and refresh tokens. */
export class Grants {
  private codes = new Map<string, Code>();
  private grants: Grant[] = [];
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  /** Scopes of the newest grant; empty where the app is not installed. */
  get scopes(): string[] {
    return this.grants.at(-1)?.scopes ?? [];
  }

  get isInstalled(): boolean {
    return this.grants.length > 0;
  }

  issueCode(scopes: string[], redirectUri: string): string {
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, { scopes, redirectUri, expiresAt: this.now() + codeLifetimeMs });
    return code;
  }

  /** A code is good once and for a minute. */
  exchange(code: string, expiring: boolean, lifetimes: Lifetimes): Grant | undefined {
    const found = this.codes.get(code);
    this.codes.delete(code);
    if (!found || found.expiresAt < this.now()) return undefined;
    return this.issue(found.scopes, expiring, lifetimes);
  }

  issue(scopes: string[], expiring: boolean, lifetimes: Lifetimes, before: Grant | null = null): Grant {
    const grant: Grant = {
      accessToken: `shpat_${randomBytes(16).toString('hex')}`,
      accessExpiresAt: expiring ? this.now() + lifetimes.accessTokenSeconds * 1000 : Infinity,
      refreshToken: expiring ? `shprt_${randomBytes(16).toString('hex')}` : null,
      refreshExpiresAt: expiring ? this.now() + lifetimes.refreshTokenSeconds * 1000 : 0,
      scopes,
      before,
      isRetired: false,
      firstRefreshedAt: null,
    };
    this.grants.push(grant);
    return grant;
  }

  /**
   * A new pair for a refresh token. The token may be used again, since the answer may have been lost, until
   * its replacement is used.
   */
  refresh(refreshToken: string, lifetimes: Lifetimes): Grant | undefined {
    const grant = this.grants.find((one) => one.refreshToken === refreshToken);
    const now = this.now();
    if (!grant || grant.isRetired || grant.refreshExpiresAt < now) return undefined;
    grant.firstRefreshedAt ??= now;
    if (grant.firstRefreshedAt + retryLifetimeMs < now) return undefined;
    if (grant.before) grant.before.isRetired = true;
    return this.issue(grant.scopes, true, lifetimes, grant);
  }

  /** The grant of an access token that is still good. */
  use(accessToken: string, retires: 'refresh' | 'use'): Grant | undefined {
    const grant = this.grants.find((one) => one.accessToken === accessToken);
    if (!grant || grant.accessExpiresAt < this.now()) return undefined;
    if (retires === 'use' && grant.before) grant.before.isRetired = true;
    return grant;
  }

  expireAccessTokens(): void {
    for (const grant of this.grants) grant.accessExpiresAt = Math.min(grant.accessExpiresAt, this.now() - 1);
  }

  expireRefreshTokens(): void {
    for (const grant of this.grants)
      grant.refreshExpiresAt = Math.min(grant.refreshExpiresAt, this.now() - 1);
  }

  revoke(): void {
    this.codes = new Map();
    this.grants = [];
  }
}
