import type { Config } from '../../../../config.js';

/** Why the browser is not sent to this URL at the end; undefined where it is. */
export function whyNotReturn(url: string, { PUBLIC_URL, CORS_ORIGINS }: Config): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return 'must be a whole URL, with https';
  if (parsed.username || parsed.password) return 'may not hold a user name or password';
  // `*` lets any page read answers; it is no leave to send people anywhere.
  const origins = [PUBLIC_URL, ...CORS_ORIGINS].filter((origin) => URL.canParse(origin));
  return origins.some((origin) => new URL(origin).origin === parsed.origin)
    ? undefined
    : 'must be of this server, or of an origin that whoever runs it allows by CORS_ORIGINS';
}

/** The URL with what came of it. */
export function withOutcome(url: string, outcome: Record<string, string>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(outcome)) target.searchParams.set(name, value);
  return target.href;
}
