import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { secondsAsked, ShopifyAccessLost, ShopifyRefused, ShopifyUnavailable } from './shopify-errors.js';
import { ShopifyLibrary } from './shopify-library.js';
import { scopesOf } from './shopify-scopes.js';
import type { StoreTokens } from './store-tokens.js';

/** Shopify’s own lifetimes, for answers that leave them out: shorter than true is safe, never is not. */
const usualSeconds = { access: 3_600, refresh: 30 * 86_400 };

const answer = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional(),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});
const refusal = z.object({ error: z.string().catch(''), error_description: z.string().catch('') });

/** What these say is the app’s fault, not the store’s. */
const appFaults = new Set(['application_cannot_be_found', 'invalid_client', 'unauthorized_client']);

export interface Granted {
  tokens: StoreTokens;
  /** Undefined where the answer names none. */
  scopes?: string[];
}

/**
 * Gets and ends tokens. Not by the library: its callback wants the state in a cookie of the browser that began, and its
 * sessions never expire when `expires_in` is missing and lose the refresh token when `refresh_token_expires_in` is.
 */
@Injectable()
export class TokenEndpoint {
  constructor(private readonly library: ShopifyLibrary) {}

  /** @throws ShopifyRefused for a code that is not good (any more), ShopifyUnavailable */
  async exchangeCode(shop: string, code: string): Promise<Granted> {
    const response = await this.post(shop, { code, expiring: '1' });
    if (!response.ok) throw await declined(response);
    return granted(await readAnswer(response));
  }

  /**
   * May be repeated with the same token until its replacement is used, so an answer that is lost loses nothing.
   * @throws ShopifyAccessLost when the refresh token is not good (any more), ShopifyUnavailable
   */
  async refresh(shop: string, before: StoreTokens): Promise<Granted> {
    const response = await this.post(shop, {
      grant_type: 'refresh_token',
      refresh_token: before.refreshToken,
    });
    if (!response.ok) {
      const error = await declined(response);
      throw error instanceof ShopifyRefused ? new ShopifyAccessLost(error.message) : error;
    }
    return granted(await readAnswer(response), before);
  }

  /**
   * Removes the app from the store, and with it all tokens and subscriptions.
   * @returns false where the token is not good (any more)
   * @throws ShopifyUnavailable
   */
  async revoke(shop: string, accessToken: string): Promise<boolean> {
    const response = await this.ask(shop, '/admin/api_permissions/current.json', {
      method: 'DELETE',
      headers: { accept: 'application/json', 'x-shopify-access-token': accessToken },
    });
    if (response.ok || [401, 403].includes(response.status)) return response.ok;
    throw await declined(response);
  }

  private post(shop: string, body: Record<string, string | null>): Promise<Response> {
    const { key, secret } = this.library.app;
    return this.ask(shop, '/admin/oauth/access_token', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: key, client_secret: secret, ...body }),
    });
  }

  private async ask(shop: string, path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.library.fetch(shop, path, init);
    } catch {
      // Errors of fetch may quote what was sent.
      throw new ShopifyUnavailable('Shopify could not be reached');
    }
  }
}

async function readAnswer(response: Response): Promise<z.output<typeof answer>> {
  const read = answer.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw new ShopifyUnavailable('Shopify’s answer with tokens could not be read');
  return read.data;
}

function granted(given: z.output<typeof answer>, before?: StoreTokens): Granted {
  const { access_token, expires_in, refresh_token, refresh_token_expires_in, scope } = given;
  const after = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  // Until its replacement is used the one before is good, so it is kept where none came.
  const refreshToken = refresh_token ?? before?.refreshToken ?? null;
  const isLasting = refreshToken === null && expires_in === undefined;
  return {
    tokens: {
      accessToken: access_token,
      accessEndsAt: isLasting ? null : after(expires_in ?? usualSeconds.access),
      refreshToken,
      refreshEndsAt: refresh_token
        ? after(refresh_token_expires_in ?? usualSeconds.refresh)
        : (before?.refreshEndsAt ?? null),
    },
    scopes: scope === undefined ? undefined : scopesOf(scope),
  };
}

async function declined(response: Response): Promise<Error> {
  const said = refusal.safeParse(await response.json().catch(() => ({})));
  const error = said.data?.error ?? '';
  const isApps = appFaults.has(error);
  if (response.status === 429 || response.status >= 500 || isApps || response.status === 404)
    return new ShopifyUnavailable(
      isApps ? `Shopify does not know this app: ${error}` : `Shopify answered ${response.status}`,
      secondsAsked(response.headers.get('retry-after')),
    );
  return new ShopifyRefused([error || `status ${response.status}`], [error]);
}
