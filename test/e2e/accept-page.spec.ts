import { createHash } from 'node:crypto';
import { inviteClient } from '../support/invitations.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the page behind an invitation’s link', () => {
  let app: TestApp;
  let page: Response;
  let html: string;
  beforeAll(async () => {
    app = await startTestApp();
    const { token } = await inviteClient(app.as((await signUp(app)).accessToken));
    page = await fetch(`${app.url}/invitations/accept?token=${token}`);
    html = await page.text();
  });
  afterAll(() => app.close());

  it('is HTML that nobody keeps and that tells no other site of its address', () => {
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  it('runs its own script and style and nothing else', () => {
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    for (const element of ['script', 'style']) {
      const bodies = [...html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))];
      const hashes = bodies.map(([, body]) => createHash('sha256').update(body!).digest('base64'));
      expect(policy).toContain(`${element}-src ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')};`);
    }
    expect(html).not.toMatch(/\son\w+\s*=|\sstyle=|javascript:|\ssrc=|innerHTML|document\.write/);
  });

  it('names every field for those who cannot see it', () => {
    const inputs = [...html.matchAll(/<input id="(\w+)"/g)].map(([, id]) => id);
    expect(inputs).toEqual(['email', 'name', 'password']);
    for (const id of inputs) expect(html).toContain(`<label for="${id}">`);
    expect(html).toContain('role="alert"');
  });

  it('puts nothing of its address into itself', async () => {
    const odd = await fetch(`${app.url}/invitations/accept?token=%3Cscript%3Ealert(1)%3C/script%3E`);
    expect(await odd.text()).toBe(html);
  });
});
