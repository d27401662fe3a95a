import { version } from '../version.js';

/** An environment variable, where there is an environment that may be read. Empty is as good as missing. */
export function environment(name: string): string | undefined {
  try {
    return (typeof process === 'undefined' ? undefined : process.env?.[name]) || undefined;
  } catch {
    return undefined; // Deno without leave to read it.
  }
}

/** Browsers name themselves, and let only the page's own origin and its friends be called. */
export function inBrowser(): boolean {
  return typeof navigator !== 'undefined' && /^Mozilla\//.test(navigator.userAgent ?? '');
}

/** `waybill-sdk/1.2.3 node/24.1.0`; undefined in browsers, where it would need leave of its own. */
export function userAgent(): string | undefined {
  if (inBrowser()) return undefined;
  const versions: Record<string, string | undefined> =
    typeof process === 'undefined' ? {} : (process.versions ?? {});
  const runtime = ['bun', 'deno', 'node'].find((name) => versions[name] !== undefined);
  const named = runtime ? `${runtime}/${versions[runtime]}` : globalThis.navigator?.userAgent;
  return `waybill-sdk/${version}${named ? ` ${named}` : ''}`;
}

/** A v4 UUID; pages that are not served over TLS have no `randomUUID`. */
export function uuid(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
