import { wrong } from './argument.js';
import { environment } from './runtime.js';

/**
 * Where the API lives, without a slash at its end; `WAYBILL_URL` where none is given.
 * @throws ArgumentError saying what to write instead
 */
export function checkedBaseUrl(given: string | URL | undefined): string {
  const value = (given === undefined ? '' : String(given)).trim() || environment('WAYBILL_URL');
  if (!value)
    throw wrong(
      "baseUrl is missing: write new Waybill({ baseUrl: 'https://portal.example.com' }) or set WAYBILL_URL.",
    );
  const url = parsed(value);
  const bare = value.replace(/^(.*[^/])\/+$/, '$1');
  if (url.username || url.password)
    throw wrong(`baseUrl of ${url.host} carries credentials: give the key as apiKey instead.`);
  if (url.search || url.hash) throw wrong(`baseUrl “${value}” ends in a query or fragment: leave it away.`);
  if (/\/v1$/.test(bare))
    throw wrong(`baseUrl “${value}” ends in /v1, which each call adds itself: write ${bare.slice(0, -3)}`);
  return bare;
}

function parsed(value: string): URL {
  // “localhost:3000” would be taken for the scheme “localhost:”.
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(value))
    throw wrong(
      `baseUrl “${value}” has no scheme: write ${/^(localhost|127\.)/.test(value) ? 'http' : 'https'}://${value}`,
    );
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw wrong(`baseUrl “${value}” is no http or https address.`);
  return url;
}
