import { createHash } from 'node:crypto';
import { inviteClient } from '../support/invitations.js';
import { mailInFolder } from '../support/mailbox.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface LinkedPage {
  name: string;
  /** The link as its reader gets it, without the server's name. */
  link: (app: TestApp) => Promise<string>;
  inputs: string[];
}

const pages: LinkedPage[] = [
  {
    name: 'an invitation',
    link: async (app) => {
      const { token } = await inviteClient(app.as((await signUp(app)).accessToken));
      return `/invitations/accept?token=${token}`;
    },
    inputs: ['email', 'name', 'password'],
  },
  {
    name: 'a password reset',
    link: async (app) => {
      const { email } = (await signUp(app)).user;
      await app.as().auth.requestPasswordReset({ email });
      const { text } = await mailInFolder(app.dataDir, email);
      return /https?:\/\/[^/]+(\/\S+\?token=\S+)/.exec(text!)![1]!;
    },
    inputs: ['password', 'email'],
  },
];

describe.each(pages)('the page behind the link of $name', ({ link, inputs }) => {
  let app: TestApp;
  let path: string;
  let page: Response;
  let html: string;
  beforeAll(async () => {
    app = await startTestApp();
    path = await link(app);
    page = await fetch(app.url + path);
    html = await page.text();
  });
  afterAll(() => app.close());

  it('is HTML that nobody keeps and that tells no other site of its address', () => {
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("history.replaceState(null, '', location.pathname)");
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
    expect([...html.matchAll(/<input id="(\w+)"/g)].map(([, id]) => id)).toEqual(inputs);
    for (const id of inputs) expect(html).toContain(`<label for="${id}">`);
    expect(html).toContain('role="alert"');
  });

  it('puts nothing of its address into itself', async () => {
    const odd = await fetch(`${app.url}${path.split('?')[0]}?token=%3Cscript%3Ealert(1)%3C/script%3E`);
    expect(await odd.text()).toBe(html);
  });

  it('calls and leads to what is there', async () => {
    const called = [...html.matchAll(/call\('([^']+)'/g)].map(([, address]) => address!);
    const linked = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address!);
    expect(called.length).toBeGreaterThan(0);
    for (const address of called) {
      const answer = await fetch(new URL(address, app.url + path), { method: 'POST' });
      expect([address, answer.status]).toEqual([address, 400]);
    }
    for (const address of linked) {
      const answer = await fetch(new URL(address, app.url + path));
      expect([address, answer.status]).toEqual([address, 200]);
    }
  });
});
