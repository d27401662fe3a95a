import { newSecret } from './secrets.js';

/** How keys begin, so that one of a sandbox is never taken for a real one. */
const prefixes = { live: 'wb_live_', test: 'wb_test_' } as const;

/** Enough of a key to recognize it, too little to guess the rest. */
const shownCharacters = prefixes.live.length + 4;

export const newApiKey = (testMode: boolean): string => prefixes[testMode ? 'test' : 'live'] + newSecret();

export const isApiKey = (credential: string): boolean =>
  Object.values(prefixes).some((prefix) => credential.startsWith(prefix));

/** What is shown of a key. */
export const beginningOfKey = (key: string): string => key.slice(0, shownCharacters);
