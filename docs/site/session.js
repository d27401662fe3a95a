/* global document, localStorage, navigator, addEventListener, CustomEvent, EventTarget */

const storageKey = 'waybill.session';
const lockName = 'waybill.session.renewing';
const root = new URL('../', import.meta.url);

/** Renewed this long before its end, or for a quarter of the life of tokens that last minutes. */
const earlySeconds = 60;

/** Browsers run at once what is to wait for longer. */
const longestTimer = 2 ** 31 - 1;

/** Calls the API; what it refuses is thrown with its `status`, `code` and `errors`. */
async function call(method, path, { body, token } = {}) {
  let response;
  try {
    response = await fetch(new URL(path, root), {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
      credentials: 'omit',
    });
  } catch {
    throw new Error('The server cannot be reached. Check your connection and try again.');
  }
  const isJson = /json/.test(response.headers.get('content-type'));
  const answer = isJson ? await response.json() : {};
  if (response.ok) return answer;
  const problem = new Error(answer.detail ?? 'The server could not answer. Try again in a minute.');
  throw Object.assign(problem, { status: response.status, code: answer.code, errors: answer.errors ?? [] });
}

/** The session that is kept; undefined where there is none, it is damaged, or the browser keeps nothing. */
function stored() {
  try {
    const held = JSON.parse(localStorage.getItem(storageKey));
    const isWhole = typeof held?.token === 'string' && (!held.refreshToken || Number.isFinite(held.renewAt));
    return isWhole ? held : undefined;
  } catch {
    return undefined;
  }
}

const delay = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs work in one tab at a time. Browsers have locks on pages that come by HTTPS or from this machine; elsewhere a
 * lease in the storage that all tabs share does, which each checks once more after the others could have written.
 */
async function alone(work) {
  if (navigator.locks) return navigator.locks.request(lockName, work);
  const me = String(Math.random());
  const holder = () => JSON.parse(localStorage.getItem(lockName)) ?? { until: 0 };
  for (;;) {
    if (holder().until < Date.now()) {
      localStorage.setItem(lockName, JSON.stringify({ me, until: Date.now() + 10_000 }));
      await delay(50);
      if (holder().me === me) break;
    }
    await delay(100);
  }
  try {
    return await work();
  } finally {
    localStorage.removeItem(lockName);
  }
}

/**
 * Who is signed in on this page, in all of its tabs. A refresh token works once, so that the tabs share one and take
 * turns. Tells of each change by the event `change`.
 */
export class Session extends EventTarget {
  #held;
  #timer;

  constructor() {
    super();
    this.#read();
    addEventListener('storage', ({ key }) => {
      if (key === storageKey || key === null) this.#read();
    });
    // Timers stand still while a computer sleeps.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.renew().catch(() => {});
    });
  }

  /** What is known of the caller: `{ token, user?, membership?, memberships?, organization? }`; undefined for nobody. */
  get current() {
    return this.#held;
  }

  async signIn(email, password) {
    this.adopt(await call('POST', 'v1/auth/login', { body: { email, password } }));
  }

  /** Keys may call little that tells whose they are; what matters is that the server knows them. */
  async signInByKey(token) {
    if (!/^wb_(live|test)_[\w-]+$/.test(token)) throw new Error('This is no API key of Waybill.');
    const organization = await call('GET', 'v1/organization', { token }).catch((problem) => {
      if (problem.status === 403) return undefined;
      throw problem.status === 401
        ? new Error('This key is not valid: it is incomplete, was revoked or has expired.')
        : problem;
    });
    this.#keep({ token, organization: organization && { name: organization.name } });
  }

  /** Takes over a session that the API answered, wherever it was asked for. */
  adopt({ accessToken, refreshToken, expiresIn, user, membership, memberships }) {
    const lifetime = expiresIn * 1000;
    const early = Math.min(earlySeconds * 1000, lifetime / 4);
    const renewAt = Date.now() + lifetime - early;
    this.#keep({ token: accessToken, refreshToken, renewAt, user, membership, memberships });
  }

  /** The token to call with now, renewed where it is about to end. */
  async token() {
    await this.renew().catch(() => {});
    return this.#held?.token;
  }

  /**
   * @param refused a token that the server does not take any more; without, what ends soon is renewed
   * @param membershipId another team of the same person, to go on in
   */
  async renew({ refused, membershipId } = {}) {
    const isDue = () =>
      this.#held?.refreshToken &&
      (membershipId || this.#held.token === refused || Date.now() >= this.#held.renewAt);
    if (!isDue()) return this.#wait();
    await alone(async () => {
      // Another tab may have done it meanwhile.
      this.#read();
      if (!isDue()) return;
      const body = { refreshToken: this.#held.refreshToken, ...(membershipId && { membershipId }) };
      try {
        this.adopt(await call('POST', 'v1/auth/refresh', { body }));
      } catch (problem) {
        if (problem.status === 401) this.end('Your session has ended. Sign in again.');
        throw problem;
      }
    });
  }

  async signOut() {
    await alone(async () => {
      this.#read();
      const refreshToken = this.#held?.refreshToken;
      this.end();
      if (refreshToken) await call('POST', 'v1/auth/logout', { body: { refreshToken } }).catch(() => {});
    });
  }

  /** Forgets who is signed in. */
  end(reason) {
    this.#keep(undefined, reason);
  }

  #keep(held, reason) {
    if (held) localStorage.setItem(storageKey, JSON.stringify(held));
    else localStorage.removeItem(storageKey);
    this.#change(held, reason);
  }

  #read() {
    const held = stored();
    if (JSON.stringify(held) !== JSON.stringify(this.#held)) this.#change(held);
    else this.#wait();
  }

  #change(held, reason) {
    this.#held = held;
    this.#wait();
    this.dispatchEvent(new CustomEvent('change', { detail: { reason } }));
  }

  #wait() {
    clearTimeout(this.#timer);
    if (!this.#held?.refreshToken) return;
    // Where the server cannot be reached, it is asked again in a while.
    const milliseconds = Math.min(Math.max(5_000, this.#held.renewAt - Date.now()), longestTimer);
    this.#timer = setTimeout(() => {
      this.renew().catch(() => this.#wait());
    }, milliseconds);
  }
}
