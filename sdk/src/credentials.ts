import { AuthenticationError } from './errors.js';
import type { Session } from './generated/models/Session.js';
import { wrong } from './transport/argument.js';

interface CredentialOptions {
  token?: string | undefined;
  apiKey?: string | undefined;
  refreshToken?: string | undefined;
  onRefresh?: ((session: Session) => void | Promise<void>) | undefined;
}

/** The token of a client and all its views, and its renewal: one at a time, whoever asks. */
export class Credentials {
  token: string | undefined;
  private refreshToken: string | undefined;
  private readonly onRefresh: CredentialOptions['onRefresh'];
  private renewing: Promise<void> | undefined;

  constructor({ token, apiKey, refreshToken, onRefresh }: CredentialOptions) {
    this.token = checked(apiKey ?? token);
    this.refreshToken = apiKey === undefined ? refreshToken : undefined;
    this.onRefresh = onRefresh;
  }

  /** Whether calls carry a token, or will after their first try. */
  get isSignedIn(): boolean {
    return this.token !== undefined || this.renewable;
  }

  get renewable(): boolean {
    return this.refreshToken !== undefined;
  }

  /**
   * Makes sure that the token is another than `refused`. `exchange` trades the refresh token for a session.
   * @throws what `exchange` throws; a refused refresh token is given up.
   */
  async renew(
    refused: string | undefined,
    exchange: (refreshToken: string) => Promise<Session>,
  ): Promise<void> {
    if (this.token !== refused) return;
    this.renewing ??= this.exchangeOnce(exchange).finally(() => (this.renewing = undefined));
    await this.renewing;
  }

  private async exchangeOnce(exchange: (refreshToken: string) => Promise<Session>): Promise<void> {
    if (this.refreshToken === undefined) return;
    const session = await exchange(this.refreshToken).catch((error: unknown) => {
      if (error instanceof AuthenticationError) this.refreshToken = undefined;
      throw error;
    });
    this.token = session.accessToken;
    this.refreshToken = session.refreshToken;
    await this.onRefresh?.(session);
  }
}

/** Copied keys bring line ends along, an ellipsis in their middle, or the word before them; objects a space. */
function checked(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const bare = String(token).trim();
  if (/[^!-~]/.test(bare))
    throw wrong('The token or API key is no text, or holds what none has: give it alone, without “Bearer”.');
  return bare;
}
