import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import type { ProofOfDelivery, Session } from '../../sdk/src/index.js';
import { FileLinks } from '../../src/modules/proofs/file-links.js';
import { RunSheetLinks } from '../../src/modules/run-sheets/run-sheet-links.js';
import { orderIn } from '../support/dispatch.js';
import { call, type RawAnswer } from '../support/http.js';
import { send } from '../support/raw.js';
import { jpeg, pictureFile } from '../support/pictures.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const config = { JWT_SECRET: 'test-secret-test-secret-test-secret', PUBLIC_URL: 'http://localhost:3000' };

describe.each(['on disk', 'in a bucket'])('a signed URL of a file %s', (where) => {
  let app: TestApp;
  let bucket: S3Server | undefined;
  let owner: Session;
  let orderId: string;
  let proof: ProofOfDelivery;
  beforeAll(async () => {
    if (where === 'in a bucket') bucket = await startS3Server();
    app = await startTestApp({ env: bucket ? { STORAGE_URL: bucket.url() } : {} });
    owner = await signUp(app);
    const dispatcher = app.as(owner.accessToken);
    ({ id: orderId } = await orderIn(app, dispatcher, await addClient(app, owner), 'out_for_delivery'));
    proof = await dispatcher.stops.addProof(orderId, { file: pictureFile(await jpeg()), kind: 'photo' });
  });
  afterAll(async () => {
    await app.close();
    await bucket?.close();
  });

  const photo = () => proof.photos[0]!;
  const pathOf = (url: string) => new URL(url).pathname;
  const tokenOf = (url: string) => pathOf(url).split('/').at(-1)!;
  const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
    send(app, method, pathOf(url), { headers });
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

  it('needs no credentials, and gives the picture and its thumbnail', async () => {
    const response = await get(photo().url);
    const content = await bytes(response);
    expect(response.status).toBe(200);
    expect(content.length).toBe(photo().size);
    expect((await sharp(content).metadata()).width).toBe(400);
    expect((await sharp(await bytes(await get(photo().thumbnailUrl))).metadata()).width).toBe(320);
    const file = await app.as().files.download(tokenOf(photo().url));
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
  });

  it('says no more in its headers than a browser needs', async () => {
    const { photos } = await app.as(owner.accessToken).stops.getProofOfDelivery(orderId);
    const { headers } = await get(photos[0]!.url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': expect.stringMatching(/^private, max-age=(59\d|600), immutable$/) as string,
      'content-disposition': 'inline; filename="picture.jpg"',
      'content-length': String(photo().size),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'image/jpeg',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const told = JSON.stringify([...headers]);
    for (const secret of [orderId, photo().id, owner.membership.organization.id])
      expect(told).not.toContain(secret);
  });

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=100-', 100, Infinity],
    ['bytes=-7', -7, Infinity],
    ['bytes=5-999999', 5, Infinity],
    ['bytes=-999999', 0, Infinity],
  ])('gives the part that %s asks for', async (range, start, end) => {
    const whole = await bytes(await get(photo().url));
    const response = await get(photo().url, { range });
    const part = await bytes(response);
    const wanted = whole.subarray(start, end);
    const from = start < 0 ? whole.length + start : start;
    expect(part.equals(wanted)).toBe(true);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(
      `bytes ${from}-${from + wanted.length - 1}/${whole.length}`,
    );
  });

  it.each(['bytes=0-1,3-4', 'bytes=9-3', 'bytes=-', 'lines=1-2', 'bytes=a-b'])(
    'gives everything for %s',
    async (range) => {
      expect((await get(photo().url, { range })).status).toBe(200);
    },
  );

  it.each(['bytes=999999-', 'bytes=-0'])('refuses %s, which the file does not have', async (range) => {
    const response = await get(photo().url, { range });
    expect([response.status, response.headers.get('content-range')]).toEqual([
      416,
      `bytes */${photo().size}`,
    ]);
    expect(await response.json()).toMatchObject({ code: 'range_not_satisfiable' });
  });

  it('answers whether the picture has changed', async () => {
    const etag = (await get(photo().url)).headers.get('etag')!;
    const unchanged = await get(photo().url, { 'if-none-match': `"other", W/${etag}` });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
    expect((await get(photo().url, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(photo().url, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get(photo().url, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await get(photo().thumbnailUrl)).headers.get('etag')).not.toBe(etag);
  });

  it('answers HEAD without the picture, and as a whole', async () => {
    const head = await call(app, 'HEAD', pathOf(photo().url), { headers: { range: 'bytes=0-1' } });
    expect([head.status, head.text, head.headers.get('content-length')]).toEqual([
      200,
      '',
      String(photo().size),
    ]);
  });

  it('is no longer good once it has ended, was changed, or is another server’s or another link’s', async () => {
    const token = tokenOf(photo().url);
    const claim = { proofId: photo().id, variant: 'picture' as const };
    const later = new Date(Date.now() + 60_000);
    const unknown = await call(app, 'GET', '/v1/files/nothing');
    const refused = (answer: RawAnswer) =>
      expect([answer.status, withoutRequest(answer.text)]).toEqual([404, withoutRequest(unknown.text)]);
    const ask = async (text: string) => refused(await call(app, 'GET', `/v1/files/${text}`));
    const links = new FileLinks(config);
    expect(
      (await call(app, 'GET', `/v1/files/${links.tokenOf({ ...claim, expiresAt: later })}`)).status,
    ).toBe(200);

    await ask(links.tokenOf({ ...claim, expiresAt: new Date(Date.now() - 1) }));
    await ask(links.tokenOf({ ...claim, proofId: uuidv7(), expiresAt: later }));
    await ask(
      new FileLinks({ ...config, JWT_SECRET: 'x'.repeat(32) }).tokenOf({ ...claim, expiresAt: later }),
    );
    await ask(new RunSheetLinks(config).tokenOf(photo().id, later));
    const [raw, ...bits] = [Buffer.from(token, 'base64url'), ...Array.from({ length: 312 }, (_, bit) => bit)];
    for (const bit of bits.filter((bit) => bit % 5 === 0)) {
      const changed = Buffer.from(raw);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      await ask(changed.toString('base64url'));
    }
    await ask(`${token}A`);
    await ask(token.slice(0, -1));
  });

  it('of an attempt, which has no file, is none', async () => {
    const { chain } = await app
      .as(owner.accessToken)
      .stops.recordAttempt(orderId, { state: 'delivered_other' })
      .then(() => app.as(owner.accessToken).stops.getProofOfDelivery(orderId));
    expect(chain).toHaveLength(2);
    const [row] = await app.database.query<{ id: string }>("select id from proofs where kind = 'attempt'");
    const expiresAt = new Date(Date.now() + 60_000);
    const token = new FileLinks(config).tokenOf({ proofId: row!.id, variant: 'picture', expiresAt });
    expect((await call(app, 'GET', `/v1/files/${token}`)).status).toBe(404);
  });

  it('of a file that is gone is none', async () => {
    const { id } = photo();
    if (bucket) bucket.objects.delete(`proofs/${id}.jpg`);
    else await rm(join(app.dataDir, 'files', 'proofs', `${id}.jpg`));
    expect((await get(photo().url)).status).toBe(404);
  });
});

const withoutRequest = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
