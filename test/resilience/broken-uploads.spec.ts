import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addClient, signUp } from '../support/tenants.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

const part = (head: string, content: string) =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const file = part('name="file"; filename="orders.csv"', 'Address Line 1\n1 Main St\n');
const form = 'multipart/form-data; boundary=b';

describe('uploads that are broken', () => {
  let app: TestProcess;
  let token: string;
  beforeAll(async () => {
    app = await startTestProcess({ env: { LOG_LEVEL: 'info' } });
    ({ token } = await addClient(app, await signUp(app)));
  });
  afterAll(() => app.close());

  const stored = () => readdir(join(app.dataDir, 'files', 'imports')).catch(() => []);
  const post = async (type: string, body: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    const answer = await fetch(`${app.url}/v1/order-imports`, { method: 'POST', headers, body });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };

  it.each<[string, string, string, number, string | undefined]>([
    ['without a boundary', 'multipart/form-data', `${file}--b--\r\n`, 400, 'bad_request'],
    [
      'with another boundary',
      'multipart/form-data; boundary=c',
      `${file}--b--\r\n`,
      400,
      'upload_incomplete',
    ],
    ['without an end', form, file, 400, 'upload_incomplete'],
    ['that end within the file', form, file.slice(0, -20), 400, 'upload_incomplete'],
    ['without anything', form, '', 400, 'validation_failed'],
    [
      'with halves of characters in the mapping',
      form,
      `${part('name="mapping"', '{"\\ud800":null}')}${file}--b--\r\n`,
      400,
      'validation_failed',
    ],
    [
      'with a NUL in the mapping',
      form,
      `${part('name="mapping"', '{"a\\u0000":null}')}${file}--b--\r\n`,
      400,
      'validation_failed',
    ],
    [
      'whose file has no name',
      form,
      `${file.replace('; filename="orders.csv"', '\r\nContent-Type: application/octet-stream')}--b--\r\n`,
      202,
      undefined,
    ],
  ])('%s are answered so', async (_, type, body, status, code) => {
    expect(await post(type, body)).toEqual([status, code]);
    expect((await stored()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  /** Log lines of errors, after a moment in which they would have been written. */
  const errors = async () => {
    await sleep(1_000);
    return app.server.stdout.split('\n').filter((line) => /"level":[56]0/.test(line));
  };
  /** Sends a part of a request, then destroys the connection. */
  const cutOff = async (path: string, type: string, body: string) => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\nContent-Length: 100000\r\n\r\n${body}`,
    );
    await sleep(300);
    socket.destroy();
  };

  it('in the middle are no errors in the log, and leave nothing behind', async () => {
    const before = await stored();
    for (const cut of [60, file.length - 10]) {
      await cutOff('/v1/order-imports', form, file.slice(0, cut));
    }
    expect(await errors()).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('nor is a JSON body that its caller cuts off', async () => {
    await cutOff('/v1/orders', 'application/json', '{"address":{"addressLineOne":"476 5th');
    await cutOff('/v1/orders', 'application/json', '');
    expect(await errors()).toEqual([]);
    expect(app.server.stdout).not.toContain('/v1/orders"');
  });
});
