import { join } from 'node:path';
import type { SubscribeOptions } from '../../src/index.js';
import { emptyPage } from '../stub-api.js';
import { end, endAfter, type Fault, type World } from './fault.js';

const construct =
  (baseUrl: string | undefined): Fault['meet'] =>
  ({ sdk }: World) =>
    end(() => typeof new sdk.Waybill({ baseUrl }));

/** Calls that cannot be sent as they are. */
export const mistakes: Fault[] = [
  {
    fault: 'no baseUrl and no WAYBILL_URL',
    meet: construct(undefined),
    sees: /^ArgumentError argument_invalid: baseUrl is missing: write new Waybill\(\{ baseUrl: .* or set WAYBILL_URL\.$/,
  },
  {
    fault: 'baseUrl: "portal.example.com"',
    meet: construct('portal.example.com'),
    sees: /has no scheme: write https:\/\/portal\.example\.com$/,
  },
  {
    fault: 'baseUrl: "localhost:3000"',
    meet: construct('localhost:3000'),
    sees: /has no scheme: write http:\/\/localhost:3000$/,
  },
  {
    fault: 'baseUrl: "https://portal.example.com/v1/"',
    meet: construct('https://portal.example.com/v1/'),
    sees: /ends in \/v1, which each call adds itself: write https:\/\/portal\.example\.com$/,
  },
  {
    fault: 'baseUrl: "ftp://portal.example.com"',
    meet: construct('ftp://portal.example.com'),
    sees: /is no http or https address\.$/,
  },
  {
    fault: 'baseUrl with a key in it',
    meet: construct('https://wb_live_secret@portal.example.com'),
    sees: /^(?!.*wb_live).*carries credentials: give the key as apiKey instead\.$/,
  },
  {
    fault: 'the answer of a sign-in as the token',
    meet: ({ sdk, baseUrl }) => {
      const token = { accessToken: 'a secret' } as unknown as string;
      return end(() => new sdk.Waybill({ baseUrl, token }));
    },
    sees: /^ArgumentError argument_invalid: The token or API key is no text, or holds what none has: give it alone, /,
  },
  {
    fault: 'a file that is not there',
    meet: ({ api, waybill, folder }) => {
      api.answer({ body: {} });
      return endAfter(api, waybill.imports.create(join(folder, 'none.csv')));
    },
    sees: /^ArgumentError file_not_readable: “\/.*\/none\.csv”: there is no such file \(ENOENT\)\. · 0 requests$/,
  },
  {
    fault: 'a folder in place of a file',
    meet: ({ waybill, folder }) => end(waybill.imports.create(folder)),
    sees: /^ArgumentError file_not_readable: “.*”: it is a folder \(EISDIR\)\.$/,
  },
  {
    fault: 'bytes without a name',
    meet: ({ waybill }) => end(waybill.imports.create(new Uint8Array([1]))),
    sees: /^ArgumentError argument_invalid: Name the file/,
  },
  {
    fault: 'an id that is undefined',
    meet: ({ api, waybill }) => {
      api.answer(emptyPage);
      return endAfter(api, waybill.depots.get(undefined as unknown as string));
    },
    sees: /^ArgumentError argument_invalid: id is missing\. · 0 requests$/,
  },
  {
    fault: 'a subscription by a function, which would be called for nothing',
    meet: ({ waybill }) =>
      end(() => waybill.events.subscribe((() => undefined) as unknown as SubscribeOptions).closed),
    sees: /^ArgumentError argument_invalid: Nobody is told: give onEvent or on\.$/,
  },
  {
    fault: 'an id that would climb out of the path',
    meet: ({ api, waybill }) => {
      api.answer(emptyPage);
      return endAfter(api, waybill.depots.get('..'));
    },
    sees: /^ArgumentError argument_invalid: id is “\.\.”, which cannot stand in a path\. · 0 requests$/,
  },
];
