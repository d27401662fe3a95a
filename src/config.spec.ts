import { randomBytes } from 'node:crypto';
import { loadConfig, stubApp } from './config.js';

const secret = 'a-secret-of-the-tests-that-is-long-enough';
const [one, two] = [randomBytes(32), randomBytes(32)];
const load = (env: Record<string, string>) => loadConfig({ JWT_SECRET: secret, ...env });
const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://waybill.example.org' };
const app = { SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'canary-of-a-secret' };
const stub = { SHOPIFY_STUB_URL: 'http://127.0.0.1:4000' };

describe('the settings of stores', () => {
  it('may all be absent', () => {
    expect(load({})).toMatchObject({ ENCRYPTION_KEYS: [], SHOPIFY_APP: undefined });
    expect(load(production)).toMatchObject({ ENCRYPTION_KEYS: [], SHOPIFY_APP: undefined });
  });

  it('are the stub’s own where it alone is named', () => {
    expect(load(stub)).toMatchObject({ ...stub, SHOPIFY_APP: stubApp });
    expect(load({ ...stub, ...app }).SHOPIFY_APP).toEqual({ key: 'key', secret: 'canary-of-a-secret' });
  });

  it('take keys in either spelling of Base64, with spaces around the commas', () => {
    const keys = `${one.toString('base64')} , ${two.toString('base64url')}`;
    expect(load({ ...production, ...app, ENCRYPTION_KEYS: keys }).ENCRYPTION_KEYS).toEqual([one, two]);
  });

  it.each([
    ['a key without its secret', { SHOPIFY_API_KEY: 'key' }, /^ *SHOPIFY_API_SECRET: set both/m],
    [
      'a secret without its key',
      { SHOPIFY_API_SECRET: app.SHOPIFY_API_SECRET },
      /SHOPIFY_API_SECRET: set both/,
    ],
    ['a stub in production', { ...production, ...stub }, /SHOPIFY_STUB_URL: is for development/],
    ['a stub that is no address', { SHOPIFY_STUB_URL: '127.0.0.1:4000' }, /SHOPIFY_STUB_URL: /],
    ['stores in production without keys', { ...production, ...app }, /ENCRYPTION_KEYS: required with/],
    ['no keys at all', { ENCRYPTION_KEYS: ' , ' }, /ENCRYPTION_KEYS: expected keys of 32 bytes/],
    [
      'a short key',
      { ENCRYPTION_KEYS: randomBytes(24).toString('base64') },
      /ENCRYPTION_KEYS: expected keys/,
    ],
    ['a long key', { ENCRYPTION_KEYS: randomBytes(33).toString('base64') }, /ENCRYPTION_KEYS: expected keys/],
    [
      'one good key and one bad',
      { ENCRYPTION_KEYS: `${one.toString('base64')},canary-of-a-secret` },
      /ENCRYPTION_KEYS: expected keys/,
    ],
  ])('are refused with %s, and never told', (_, env, sentence) => {
    const start = () => load(env);
    expect(start).toThrow(sentence);
    expect(start).not.toThrow('canary-of-a-secret');
  });
});
