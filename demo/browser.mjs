import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** A page in a Chromium without a window, by its DevTools protocol. */
export class Browser {
  /** What the page's Content-Security-Policy refused. */
  refused = [];
  #waiting = new Map();
  #calls = 0;

  static async open(program = 'chromium') {
    const browser = new Browser();
    browser.profile = await mkdtemp(join(tmpdir(), 'waybill-browser-'));
    const switches = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
    browser.child = spawn(
      program,
      [...switches, '--window-size=1400,900', `--user-data-dir=${browser.profile}`, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const failed = once(browser.child, 'error').then(([error]) => Promise.reject(error));
    const port = await Promise.race([failed, debuggingPort(browser.child.stderr)]);
    const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    const { webSocketDebuggerUrl } = pages.find(({ type }) => type === 'page');
    browser.socket = new WebSocket(webSocketDebuggerUrl);
    await new Promise((resolve) => browser.socket.addEventListener('open', resolve, { once: true }));
    browser.socket.addEventListener('message', ({ data }) => browser.#hear(JSON.parse(data)));
    await Promise.all(['Page', 'Log', 'Runtime'].map((domain) => browser.#call(`${domain}.enable`)));
    return browser;
  }

  async visit(url) {
    await this.#call('Page.navigate', { url });
    await this.until(`document.readyState === 'complete'`);
  }

  async run(expression) {
    const { result } = await this.#call('Runtime.evaluate', { expression, awaitPromise: true });
    return result.value;
  }

  /** Waits until an expression of the page is true. */
  async until(expression) {
    for (let tries = 0; tries < 300; tries += 1) {
      if (await this.run(expression).catch(() => false)) return;
      await delay(100);
    }
    throw new Error(`This did not become true: ${expression}`);
  }

  /** Of the window, or of the page down to where it ends, at most so high. */
  async picture(highest) {
    const height = highest && Math.min(highest, await this.run('document.documentElement.scrollHeight'));
    const from = height && (await this.run('scrollY'));
    const clip = height && { x: 0, y: from, width: 1400, height, scale: 1 };
    const { data } = await this.#call(
      'Page.captureScreenshot',
      clip ? { clip, captureBeyondViewport: true } : {},
    );
    return Buffer.from(data, 'base64');
  }

  async close() {
    const ended = once(this.child, 'close');
    this.child.kill();
    await ended;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #call(method, params = {}) {
    const id = (this.#calls += 1);
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  #hear({ id, method, params, result, error }) {
    if (method === 'Log.entryAdded' && params.entry.text.includes('Content Security Policy'))
      this.refused.push(params.entry.text);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}

async function debuggingPort(stderr) {
  for await (const line of createInterface({ input: stderr })) {
    const [, port] = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line) ?? [];
    if (port) return port;
  }
  throw new Error('Chromium ended before it could be spoken to.');
}
