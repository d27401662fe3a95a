import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3Server {
  /** For `STORAGE_URL`; `change` replaces parts of it. */
  url(change?: { bucket?: string; key?: string; secret?: string }): string;
  objects: Map<string, Buffer>;
  /** `PUT imports/a.csv`, in the order they came. */
  requests: string[];
  /** Stores the next upload, but hangs up instead of answering. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

const known = { bucket: 'portal-files', key: 'FAKEKEY', secret: 'not+a/real secret' };

/** One bucket over HTTP that checks signatures, lengths and checksums as strictly as Amazon does. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  let losesAnswer = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, bucket, ...path] = new URL(request.url!, 'http://localhost').pathname.split('/');
    const key = path.join('/');
    const body = await buffer(request);
    requests.push(`${request.method} ${key}`);
    const refuse = (status: number, code: string) =>
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(`<Error><Code>${code}</Code></Error>`);

    if (!request.headers.authorization?.includes(`Credential=${known.key}/`))
      return void refuse(403, 'InvalidAccessKeyId');
    if (!request.headers.authorization.endsWith(`Signature=${signatureOf(request)}`)) {
      return void refuse(403, 'SignatureDoesNotMatch');
    }
    if (bucket !== known.bucket) return void refuse(404, 'NoSuchBucket');
    switch (request.method) {
      case 'PUT': {
        if (request.headers['content-length'] === undefined) return void refuse(411, 'MissingContentLength');
        const sha256 = createHash('sha256').update(body).digest('base64');
        if (request.headers['x-amz-checksum-sha256'] !== sha256) return void refuse(400, 'BadDigest');
        objects.set(key, body);
        if (losesAnswer) {
          losesAnswer = false;
          return void request.socket.destroy();
        }
        return void response.end();
      }
      case 'GET':
        return void (objects.has(key)
          ? sendPart(objects.get(key)!, request.headers.range, response)
          : refuse(404, 'NoSuchKey'));
      case 'DELETE':
        objects.delete(key);
        return void response.writeHead(204).end();
      default:
        return void refuse(405, 'MethodNotAllowed');
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url(change) {
      const { bucket, key, secret } = { ...known, ...change };
      return `s3://${key}:${encodeURIComponent(secret)}@${bucket}?endpoint=http://127.0.0.1:${port}`;
    },
    objects,
    requests,
    loseNextAnswer: () => void (losesAnswer = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendPart(object: Buffer, range: string | undefined, response: ServerResponse): void {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (first === undefined) return void response.end(object);
  const part = object.subarray(Number(first), Number(last) + 1);
  const head = { 'content-range': `bytes ${first}-${last}/${object.length}`, 'content-length': part.length };
  response.writeHead(206, head).end(part);
}

/** AWS Signature Version 4 of the request as it arrived. */
function signatureOf({ method, url, headers }: IncomingMessage): string {
  const [, scope, signed] = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization!)!;
  const { pathname, searchParams } = new URL(url!, 'http://localhost');
  searchParams.sort();
  const canonical = [
    method,
    pathname,
    searchParams.toString(),
    ...signed!.split(';').map((name) => `${name}:${String(headers[name])}`),
    '',
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest].join('\n');
  const hmac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest();
  const signingKey = scope!.split('/').reduce<string | Buffer>(hmac, `AWS4${known.secret}`);
  return hmac(signingKey, text).toString('hex');
}
