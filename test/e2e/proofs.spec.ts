import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import type { ProofOfDelivery, Session, Waybill } from '../../sdk/src/index.js';
import { breaksOf } from '../../src/modules/proofs/proof-chain.js';
import { orderIn, planRoute, refusal, timelineOf, type StopState } from '../support/dispatch.js';
import { call } from '../support/http.js';
import { animatedWebp, cmyk, jpeg, pictureFile, png, signature, webp } from '../support/pictures.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let owner: Session;
let dispatcher: Waybill;
let client: TestClient;
let portal: Waybill;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app);
  dispatcher = app.as(owner.accessToken);
  client = await addClient(app, owner);
  portal = app.as(client.token);
});
afterAll(() => app.close());

const visited = (state: StopState = 'out_for_delivery') => orderIn(app, dispatcher, client, state);
const upload = (id: string, content: Buffer, kind: 'photo' | 'signature' = 'photo', name?: string) =>
  dispatcher.stops.addProof(id, { file: pictureFile(content, name), kind });
const storedFiles = () => readdir(join(app.dataDir, 'files', 'proofs')).catch(() => []);
const bytesOf = async (url: string) =>
  Buffer.from(await (await fetch(app.url + new URL(url).pathname)).arrayBuffer());

describe('a picture', () => {
  it('is shown to both sides with its attempt, and counted on the order', async () => {
    const { id } = await visited();
    await upload(id, await jpeg());
    await upload(id, await png('blue'));
    await upload(id, await signature(), 'signature');
    await dispatcher.stops.recordAttempt(id, {
      state: 'delivered_to_recipient',
      signeeName: 'Ada Reader',
      recipientNotes: 'At the desk',
      internalNotes: 'CANARY-INTERNAL',
      location: { latitude: 40.7532, longitude: -73.9822 },
    });
    const [seen, same] = [
      await portal.orders.getProofOfDelivery(id),
      await dispatcher.stops.getProofOfDelivery(id),
    ];
    expect(seen).toMatchObject({
      state: 'delivered_to_recipient',
      signeeName: 'Ada Reader',
      recipientNotes: 'At the desk',
      location: { latitude: 40.7532, longitude: -73.9822 },
      photos: [
        { width: 400, height: 300 },
        { width: 400, height: 300 },
      ],
      signature: { width: 600, height: 200 },
      requiredProof: [],
    });
    expect(JSON.stringify([seen, same])).not.toContain('CANARY');
    expect(same.chain).toEqual(seen.chain);
    expect(seen.chain.map(({ kind }) => kind)).toEqual(['photo', 'photo', 'signature', 'attempt']);
    expect(breaksOf(id, seen.chain)).toEqual([]);
    expect(seen.proofHash).toBe(seen.chain.at(-1)!.hash);
    const { delivery } = await portal.orders.get(id);
    expect(delivery).toMatchObject({ photoCount: 2, hasSignature: true });
  });

  it('may come after the attempt, and the end of the chain is told by events both times', async () => {
    const { id } = await visited('delivered');
    const before = (await portal.orders.getProofOfDelivery(id)).proofHash;
    await upload(id, await jpeg());
    const after = (await portal.orders.getProofOfDelivery(id)).proofHash;
    const { items } = await portal.orders.timeline(id);
    expect(
      items.filter(({ data }) => 'proofHash' in data).map(({ type, data }) => [type, String(data.proofHash)]),
    ).toEqual([
      ['order.proof_added', after],
      ['order.delivered', before],
    ]);
  });

  it('sent twice, at once or later, is kept once', async () => {
    const { id } = await visited();
    const content = await jpeg();
    await Promise.all([upload(id, content), upload(id, content), upload(id, content)]);
    const again = await upload(id, content, 'photo', 'another name.jpg');
    expect(again.photos).toHaveLength(1);
    expect(again.chain).toHaveLength(1);
    expect((await dispatcher.stops.get(id)).delivery).toMatchObject({ photoCount: 1 });
    expect((await timelineOf(app, id)).filter((type) => type === 'order.proof_added')).toHaveLength(1);
  });

  it('with an idempotency key is answered again', async () => {
    const { id } = await visited();
    const idempotencyKey = uuidv7();
    const content = await jpeg('green');
    const send = (body: Buffer) =>
      dispatcher.stops.addProof(id, { file: pictureFile(body), kind: 'photo' }, { idempotencyKey });
    const first = await send(content);
    expect(await send(content)).toEqual(first);
    expect(await refusal(send(await jpeg('blue')))).toBe('422 idempotency_mismatch');
    expect((await dispatcher.stops.getProofOfDelivery(id)).photos).toHaveLength(1);
  });

  it('is one of ten of a visit at most', async () => {
    const { id } = await visited();
    for (let width = 1; width <= 10; width++) await upload(id, await png('red', width, 1));
    expect(await refusal(upload(id, await png('red', 11, 1)))).toBe('409 proof_full');
    expect((await upload(id, await signature(), 'signature')).photos).toHaveLength(10);
  });

  it.each(['draft', 'submitted', 'scheduled'] as const)(
    'is not taken of a stop that is %s',
    async (state) => {
      const { id } = await visited(state);
      const refused = await refusal(upload(id, await jpeg()));
      expect(refused).toBe(state === 'draft' ? '404 not_found' : '409 stop_not_out_for_delivery');
    },
  );

  it('is not taken from viewers, clients and other organizations', async () => {
    const { id } = await visited();
    const { organizationId } = client;
    const email = await addMember(app, { organizationId, role: 'viewer' });
    const { accessToken } = await app.as().auth.login({ email, password });
    const stranger = await signUp(app);
    const body = { file: pictureFile(await jpeg()), kind: 'photo' as const };
    expect(await refusal(app.as(accessToken).stops.addProof(id, body))).toBe('403 permission_denied');
    expect(await refusal(portal.stops.addProof(id, body))).toBe('403 permission_denied');
    expect(await refusal(app.as(stranger.accessToken).stops.addProof(id, body))).toBe('404 not_found');
    expect(await refusal(app.as(stranger.accessToken).stops.getProofOfDelivery(id))).toBe('404 not_found');
    const other = app.as((await addClient(app, owner)).token);
    expect(await refusal(other.orders.getProofOfDelivery(id))).toBe('404 not_found');
  });

  it('of the visit before is not shown after a reschedule, but stays in the chain', async () => {
    const { id } = await visited();
    await upload(id, await jpeg());
    await dispatcher.stops.recordAttempt(id, { state: 'failed_not_home' });
    await dispatcher.stops.reschedule(id);
    const waiting = await portal.orders.getProofOfDelivery(id);
    expect(waiting).toMatchObject({ state: 'unattempted', photos: [], signature: null });
    expect(waiting.chain).toHaveLength(2);
    const route = await planRoute(dispatcher, 0);
    await dispatcher.routes.addStops(route.id, { stopIds: [id] });
    await dispatcher.routes.start(route.id);
    const second = await upload(id, await jpeg());
    expect(second.photos).toHaveLength(1);
    expect(second.chain).toHaveLength(3);
    expect(breaksOf(id, second.chain)).toEqual([]);
    expect((await portal.orders.get(id)).delivery).toMatchObject({ photoCount: 1 });
  });

  it('stays with the client it was taken for when the order is taken to another', async () => {
    const stop = await dispatcher.stops.create({
      address: { addressLineOne: '1 Main St' },
      clientId: client.id,
    });
    const run = async () => {
      const route = await planRoute(dispatcher, 0);
      await dispatcher.routes.addStops(route.id, { stopIds: [stop.id] });
      await dispatcher.routes.start(route.id);
    };
    await run();
    await upload(stop.id, await jpeg());
    await dispatcher.stops.recordAttempt(stop.id, {
      state: 'failed_not_home',
      recipientNotes: 'CANARY-NOTE',
    });
    await dispatcher.stops.reschedule(stop.id);
    const next = await addClient(app, owner);
    await dispatcher.stops.update(stop.id, { clientId: next.id });
    const theirs = app.as(next.token);
    expect((await theirs.orders.getProofOfDelivery(stop.id)).chain).toEqual([]);
    await run();
    await upload(stop.id, await jpeg());
    const { chain } = await theirs.orders.getProofOfDelivery(stop.id);
    expect(chain).toHaveLength(1);
    expect(breaksOf(stop.id, chain)).toEqual([]);
    expect(await refusal(portal.orders.getProofOfDelivery(stop.id))).toBe('404 not_found');
  });
});

describe('what a picture may be', () => {
  const proofOf = async (content: Buffer, kind?: 'photo' | 'signature'): Promise<Buffer> => {
    const { id } = await visited();
    const { photos, signature } = await upload(id, content, kind);
    return bytesOf((signature ?? photos[0]!).url);
  };

  it.each([
    ['a JPEG', jpeg],
    ['a PNG', png],
    ['a WebP', webp],
    ['a JPEG for printers', cmyk],
  ])('%s, which becomes a JPEG without what was beside the pixels', async (_what, make) => {
    const content = await proofOf(await make());
    const { format, space, exif, icc, xmp, iptc } = await sharp(content).metadata();
    expect([format, space, exif, icc, xmp, iptc]).toEqual([
      'jpeg',
      'srgb',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(content.toString('latin1')).not.toContain('Canary');
    const { dominant } = await sharp(content).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b + 100);
  });

  it('turned upright', async () => {
    const sideways = await jpeg('red', { width: 400, height: 300, orientation: 6 });
    const { width, height, orientation } = await sharp(await proofOf(sideways)).metadata();
    expect([width, height, orientation]).toEqual([300, 400, undefined]);
  });

  it('made smaller, with a thumbnail', async () => {
    const { id } = await visited();
    const { photos } = await upload(id, await png('blue', 5000, 2500));
    expect(photos[0]).toMatchObject({ width: 2560, height: 1280 });
    const thumbnail = await sharp(await bytesOf(photos[0]!.thumbnailUrl)).metadata();
    expect([thumbnail.width, thumbnail.height]).toEqual([320, 160]);
  });

  it('a signature on nothing, which gets white paper', async () => {
    const { channels, dominant } = await sharp(await proofOf(await signature(), 'signature')).stats();
    expect(channels).toHaveLength(3);
    expect(dominant.r).toBeGreaterThan(230);
  });

  it('what follows the picture in its file is gone', async () => {
    const polyglot = Buffer.concat([await jpeg(), Buffer.from('<script>CANARY</script>PK\x03\x04')]);
    expect((await proofOf(polyglot)).toString('latin1')).not.toContain('CANARY');
  });

  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  );
  it.each([
    ['an SVG named .jpg', () => svg, 'format'],
    ['HTML named .jpg', () => Buffer.from('<!doctype html><script>1</script>'), 'format'],
    ['nothing', () => Buffer.alloc(0), 'format'],
    ['noise', () => randomBytes(10_000), 'format'],
    ['a GIF', () => Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACADs=', 'base64'), 'format'],
    [
      'noise with a JPEG’s first bytes',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(999)]),
      'damaged',
    ],
    ['half a PNG', async () => (await png('red', 900, 900)).subarray(0, 900), 'damaged'],
    ['an animation', animatedWebp, 'animated'],
    ['100 million pixels', () => png('red', 10_000, 10_000), 'too_big'],
  ])(
    'not %s',
    async (_what, make, code) => {
      const { id } = await visited();
      const before = (await storedFiles()).length;
      const refused = upload(id, await make());
      await expect(refused).rejects.toMatchObject({
        status: 400,
        code: 'picture_unreadable',
        errors: [{ pointer: '/file', code }],
      });
      expect((await storedFiles()).length).toBe(before);
      expect((await dispatcher.stops.getProofOfDelivery(id)).chain).toEqual([]);
    },
    30_000,
  );

  it('not more than 10 MiB', async () => {
    const { id } = await visited();
    const refused = upload(id, Buffer.concat([await jpeg(), Buffer.alloc(10 * 1024 * 1024)]));
    await expect(refused).rejects.toMatchObject({
      status: 413,
      detail: expect.stringContaining('smaller picture') as string,
    });
  });

  it('of a kind that is told, in a form that is whole', async () => {
    const { id } = await visited();
    const send = (fields: Record<string, string>, file?: Buffer) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      if (file) form.append('file', pictureFile(file));
      return call(app, 'POST', `/v1/stops/${id}/proof`, { token: owner.accessToken, body: form });
    };
    const content = await jpeg();
    expect((await send({}, content)).json).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/kind' }],
    });
    expect((await send({ kind: 'selfie' }, content)).json).toMatchObject({ errors: [{ pointer: '/kind' }] });
    expect((await send({ kind: 'photo', note: 'x' }, content)).json).toMatchObject({
      errors: [{ pointer: '/note' }],
    });
    expect((await send({ kind: 'photo' })).json).toMatchObject({
      errors: [{ pointer: '/file', detail: expect.stringContaining('picture') as string }],
    });
    const cut = await call(app, 'POST', `/v1/stops/${id}/proof`, {
      token: owner.accessToken,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: `--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n${'a'.repeat(500)}`,
    });
    expect([cut.status, cut.json.code]).toEqual([400, 'upload_incomplete']);
    expect((await dispatcher.stops.getProofOfDelivery(id)).chain).toEqual([]);
  });
});

describe('required proof', () => {
  const asked = async (requiredProof: ('photo' | 'signature' | 'name')[] | null) => {
    await dispatcher.clients.update(client.id, { requiredProof });
  };
  afterEach(async () => {
    await asked(null);
    await dispatcher.organization.update({ requiredProof: [] });
  });

  it('of the organization holds for its clients and its own stops', async () => {
    const { requiredProof } = await dispatcher.organization.update({
      requiredProof: ['name', 'photo', 'photo'],
    });
    expect(requiredProof).toEqual(['photo', 'name']);
    const { id } = await visited();
    expect((await dispatcher.stops.getProofOfDelivery(id)).requiredProof).toEqual(['photo', 'name']);
    expect((await portal.orders.getProofOfDelivery(id)).requiredProof).toEqual(['photo', 'name']);
    const deliver = (signeeName?: string) =>
      dispatcher.stops.recordAttempt(id, { state: 'delivered_to_recipient', signeeName });
    await expect(deliver()).rejects.toMatchObject({
      status: 409,
      code: 'proof_missing',
      detail:
        'This delivery must leave behind: a photo, the name of who took it. If that cannot be had, record `failed_missing_required_proof`.',
      errors: [{ pointer: 'proof/photo' }, { pointer: '/signeeName' }],
    });
    await upload(id, await jpeg());
    expect(await refusal(deliver())).toBe('409 proof_missing');
    expect((await deliver('Ada')).status).toBe('delivered');
    expect(await timelineOf(app, id)).toEqual(
      expect.arrayContaining(['order.proof_added', 'order.delivered']),
    );
    const own = await planRoute(dispatcher, 1);
    await dispatcher.routes.start(own.id);
    const mine = own.stops[0]!.id;
    expect(await refusal(dispatcher.stops.recordAttempt(mine, { state: 'delivered_other' }))).toBe(
      '409 proof_missing',
    );
  });

  it('of the client goes before the organization’s, an empty list too', async () => {
    await dispatcher.organization.update({ requiredProof: ['photo'] });
    await asked([]);
    const { id } = await visited();
    expect((await dispatcher.stops.recordAttempt(id, { state: 'delivered_to_mailbox' })).status).toBe(
      'delivered',
    );
    await asked(['signature']);
    const { id: second } = await visited();
    expect(await refusal(dispatcher.stops.recordAttempt(second, { state: 'delivered_other' }))).toBe(
      '409 proof_missing',
    );
    await upload(second, await signature(), 'signature');
    expect((await dispatcher.stops.recordAttempt(second, { state: 'delivered_other' })).status).toBe(
      'delivered',
    );
  });

  it('is not asked of a failure or a pickup', async () => {
    await asked(['photo', 'signature', 'name']);
    const { id } = await visited();
    expect(
      (await dispatcher.stops.recordAttempt(id, { state: 'failed_missing_required_proof' })).status,
    ).toBe('failed');
    const { id: pickup } = await visited();
    expect((await dispatcher.stops.recordAttempt(pickup, { state: 'picked_up_unmanned' })).status).toBe(
      'picked_up',
    );
  });

  it('counts the new visit’s proof only', async () => {
    await asked(['photo']);
    const { id } = await visited();
    await upload(id, await jpeg());
    await dispatcher.stops.recordAttempt(id, { state: 'failed_not_home' });
    await dispatcher.stops.reschedule(id);
    const route = await planRoute(dispatcher, 0);
    await dispatcher.routes.addStops(route.id, { stopIds: [id] });
    await dispatcher.routes.start(route.id);
    expect(await refusal(dispatcher.stops.recordAttempt(id, { state: 'delivered_other' }))).toBe(
      '409 proof_missing',
    );
  });
});

describe('the chain', () => {
  it('grows one entry after the other, however many are added at once', async () => {
    const { id } = await visited();
    const pictures = await Promise.all([1, 2, 3, 4, 5, 6].map((width) => png('red', width, 1)));
    await Promise.all([
      ...pictures.map((content) => upload(id, content)),
      dispatcher.stops.recordAttempt(id, { state: 'delivered_other' }),
      dispatcher.stops.recordAttempt(id, { state: 'failed_other' }),
    ]);
    const { chain, photos } = await dispatcher.stops.getProofOfDelivery(id);
    expect(photos).toHaveLength(6);
    expect(breaksOf(id, chain)).toEqual([]);
    expect(chain.length).toBeGreaterThanOrEqual(7);
  });

  it('tells when an entry was changed, exchanged, dropped or moved', async () => {
    const { id } = await visited();
    await upload(id, await jpeg());
    await upload(id, await jpeg('blue'));
    await dispatcher.stops.recordAttempt(id, { state: 'delivered_other', signeeName: 'Ada' });
    const { chain } = await dispatcher.stops.getProofOfDelivery(id);
    const [first, second, third] = chain as [Entry, Entry, Entry];
    expect(breaksOf(id, chain)).toEqual([]);
    expect(breaksOf(uuidv7(), chain)).toHaveLength(3);
    expect(breaksOf(id, [{ ...first, sha256: second.sha256 }, second, third])).toHaveLength(1);
    expect(breaksOf(id, [first, third])).not.toEqual([]);
    expect(breaksOf(id, [second, third])).not.toEqual([]);
    expect(breaksOf(id, [second, first, third])).not.toEqual([]);
    expect(
      breaksOf(id, [first, second, { ...third, attempt: { ...third.attempt!, signeeName: 'Bo' } }]),
    ).toHaveLength(1);
  });
  type Entry = ProofOfDelivery['chain'][number];
});
