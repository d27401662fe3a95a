import http from 'node:http';

/** Nobody waits longer for an answer, unless the scenario says so; one that takes more is a hang. */
const usualPatience = 10_000;

/** A caller with one keep-alive connection. It never throws: whatever becomes of a request is an answer. */
export class Caller {
  constructor(url, token, patience = usualPatience) {
    this.url = url;
    this.token = token;
    this.patience = patience;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  /** @param body JSON to be, or a Buffer with its `content-type` among the headers */
  ask(method, path, { body, headers = {} } = {}) {
    const { patience } = this;
    const payload = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const sentAt = performance.now();
    return new Promise((resolve) => {
      const finish = (rest) => {
        clearTimeout(timer);
        resolve({ method, path, sentAt, endedAt: performance.now(), ...rest });
      };
      const request = http.request(this.url + path, {
        method,
        agent: this.agent,
        headers: {
          ...(this.token && { authorization: `Bearer ${this.token}` }),
          ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
          ...headers,
        },
      });
      const timer = setTimeout(() => {
        finish({ kind: 'hang', detail: `no answer in ${patience / 1000} s` });
        request.destroy();
      }, patience);
      const broken = (error) =>
        finish({ kind: error.code === 'ECONNREFUSED' ? 'refused' : 'reset', detail: error.code });
      request.on('error', broken);
      request.on('response', (response) => {
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('error', broken);
        response.on('end', () => finish(read(response, Buffer.concat(pieces).toString('utf8'))));
      });
      request.end(payload);
    });
  }

  close() {
    this.agent.destroy();
  }
}

function read({ statusCode: status, headers }, text) {
  let body;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    body = undefined;
  }
  const { code } = body ?? {};
  return {
    status,
    headers,
    body,
    code,
    kind: kindOf(status, code),
    detail: `${status} ${code ?? text.slice(0, 80)}`,
  };
}

function kindOf(status, code) {
  if (status < 300) return 'done';
  if (status === 503) return 'unavailable';
  if (status === 507) return 'full';
  if (status === 401) return 'unauthorized';
  if (status >= 500) return 'broken';
  return code === 'idempotency_in_flight' ? 'waiting' : 'odd';
}
