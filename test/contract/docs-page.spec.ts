import type { OpenAPIObject } from '@nestjs/swagger';
import { pageDocument } from '../../src/openapi/page-document.js';
import { openapi } from '../support/contract.js';
import { call } from '../support/http.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Problems {
  description: string;
  content: {
    'application/problem+json': {
      examples: Record<string, { value?: { code: string; status: number; detail: string } }>;
    };
  };
}

interface Described {
  responses: Record<string, { $ref?: string }>;
}

const page = pageDocument(openapi as unknown as OpenAPIObject);

describe('Swagger UI', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('runs scripts of this server alone, and no style but its own', async () => {
    for (const path of ['/docs', '/docs/', '/docs/index.html']) {
      const { headers, text } = await call(app, 'GET', path);
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; ");
      expect(policy).toContain("connect-src 'self'; form-action 'none'; base-uri 'none'");
      expect(policy).not.toContain('unsafe');
      expect(text).not.toMatch(/<style|\sstyle=|<script(?![^>]* src=)|\son\w+=|javascript:|(src|href)="\w+:/);
      const base = new URL(path, app.url);
      const files = [...text.matchAll(/<(?:script|link|img)[^>]* (?:src|href)="([^"]+)"/g)].map(
        ([, file]) => file!,
      );
      expect(files.length).toBeGreaterThan(4);
      for (const file of files) expect((await fetch(new URL(file, base))).status).toBe(200);
    }
  });

  it('sends its files packed to those who take that, and once', async () => {
    const plain = await call(app, 'GET', '/docs/reference.json', {
      headers: { 'accept-encoding': 'identity' },
    });
    const packed = await call(app, 'GET', '/docs/reference.json');
    expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([
      null,
      'gzip',
    ]);
    expect(packed.text).toBe(plain.text);
    const etag = packed.headers.get('etag')!;
    const again = await call(app, 'GET', '/docs/reference.json', {
      headers: { 'if-none-match': etag },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('shows one real problem for each code that an operation may answer', () => {
    const { responses } = page.components as unknown as { responses: Record<string, Problems> };
    for (const operation of Object.values(page.paths).flatMap((path) => Object.values(path) as Described[])) {
      const refused = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      for (const [status, { $ref }] of refused) {
        const { description, content } = responses[$ref!.split('/').at(-1)!]!;
        const shown = Object.entries(content['application/problem+json'].examples);
        const codes = [...description.matchAll(/`(\w+)`: /g)].map(([, code]) => code);
        expect(shown.map(([code, { value }]) => [code, value?.code, value?.status])).toEqual(
          codes.map((code) => [code, code, Number(status)]),
        );
        for (const [, { value }] of shown) expect(value!.detail).toMatch(/\w{3}/);
      }
    }
  });

  it('leaves headers open: no key of an example is sent with every call, and no version expected', () => {
    const headers = page.components!.parameters as Record<string, { example?: unknown; description: string }>;
    expect(Object.keys(headers)).toContain('Idempotency-Key');
    for (const { example, description } of Object.values(headers)) {
      expect(example).toBeUndefined();
      expect(description).toMatch(/^[A-Z].{10,}[.`]$/s);
    }
    expect(headers['If-Match']!.description).toContain('Example: `"7"`');
  });

  it('can be switched off, and leaves the document', async () => {
    const without = await startTestApp({ env: { DOCS: 'off' } });
    try {
      for (const path of ['/docs/', '/docs/index.html', '/docs/reference.json', '/docs/swagger-ui.css'])
        expect((await call(without, 'GET', path)).json.code).toBe('not_found');
      expect((await call(without, 'GET', '/openapi.json')).status).toBe(200);
      const root = await fetch(without.url);
      expect([root.status, new URL(root.url).pathname]).toEqual([200, '/docs/guide']);
    } finally {
      await without.close();
    }
  });
});
