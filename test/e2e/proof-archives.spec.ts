import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import type { Session, Waybill } from '../../sdk/src/index.js';
import type { ProofManifest } from '../../src/modules/proofs/archive/proof-manifest.js';
import { verifyArchive } from '../../src/modules/proofs/archive/verify-archive.js';
import { sealed } from '../../src/modules/proofs/proof-chain.js';
import { orderIn } from '../support/dispatch.js';
import { call } from '../support/http.js';
import { jpeg, pictureFile, signature } from '../support/pictures.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let owner: Session;
let dispatcher: Waybill;
let client: TestClient;
let folder: string;
let delivered: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-archives-'));
  app = await startTestApp();
  owner = await signUp(app);
  dispatcher = app.as(owner.accessToken);
  client = await addClient(app, owner);
  delivered = await deliver(client);
  await app.database.query('update orders set external_id = $2 where id = $1', [delivered, 'I-1/../2 é']);
  await orderIn(app, dispatcher, client, 'submitted');
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function deliver(to: TestClient): Promise<string> {
  const { id } = await orderIn(app, dispatcher, to, 'out_for_delivery');
  await dispatcher.stops.addProof(id, { file: pictureFile(await jpeg('red')), kind: 'photo' });
  await dispatcher.stops.addProof(id, { file: pictureFile(await jpeg('blue')), kind: 'photo' });
  await dispatcher.stops.addProof(id, { file: pictureFile(await signature()), kind: 'signature' });
  await dispatcher.stops.recordAttempt(id, {
    state: 'delivered_to_recipient',
    signeeName: 'Ada',
    internalNotes: 'CANARY-INTERNAL',
  });
  return id;
}

type Contents = Map<string, Buffer>;

async function download(path: string, token = client.token): Promise<string> {
  const response = await fetch(app.url + path, { headers: { authorization: `Bearer ${token}` } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const file = join(folder, `${randomBytes(6).toString('hex')}.zip`);
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

async function unpacked(file: string): Promise<Contents> {
  const zip = await yauzl.openPromise(file, { autoClose: false });
  const contents: Contents = new Map();
  for await (const entry of zip.eachEntry())
    contents.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return contents;
}

async function packed(contents: Contents): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of contents) zip.addBuffer(content, name);
  zip.end();
  const file = join(folder, `${randomBytes(6).toString('hex')}.zip`);
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

const manifestOf = (contents: Contents) =>
  JSON.parse(contents.get('manifest.json')!.toString()) as ProofManifest;

describe('an archive of proof', () => {
  it('holds each order’s pictures in a folder, and the chains at the end', async () => {
    const file = await download('/v1/orders/proof-of-delivery.zip');
    const contents = await unpacked(file);
    const root = `I-1_2_.${delivered}`;
    expect([...contents.keys()]).toEqual([
      `${root}/01-photo.jpg`,
      `${root}/02-photo.jpg`,
      `${root}/03-signature.jpg`,
      'manifest.json',
    ]);
    const manifest = manifestOf(contents);
    const { chain, proofHash } = await app.as(client.token).orders.getProofOfDelivery(delivered);
    expect(manifest).toMatchObject({
      ordersWithoutProof: 1,
      orders: [{ orderId: delivered, externalId: 'I-1/../2 é', proofHash, chain, missing: [] }],
    });
    expect(contents.get('manifest.json')!.toString()).not.toContain('CANARY');
    expect(await verifyArchive(file)).toEqual({
      orders: 1,
      pictures: 3,
      entries: 4,
      erased: 0,
      faults: [],
    });
    expect((await verifyArchive(file, new Map([[delivered, proofHash!]]))).faults).toEqual([]);
  });

  it('holds what the filters of the list let through, and only the caller’s', async () => {
    const { token, ...other } = await addClient(app, owner);
    const theirs = await deliver({ token, ...other });
    const idsIn = async (path: string, as?: string) =>
      manifestOf(await unpacked(await download(path, as))).orders.map(({ orderId }) => orderId);
    expect(await idsIn('/v1/orders/proof-of-delivery.zip')).toEqual([delivered]);
    expect(await idsIn('/v1/orders/proof-of-delivery.zip', token)).toEqual([theirs]);
    expect(await idsIn('/v1/orders/proof-of-delivery.zip?status=failed')).toEqual([]);
    const stops = '/v1/stops/proof-of-delivery.zip';
    expect(await idsIn(stops, owner.accessToken)).toEqual([theirs, delivered]);
    expect(await idsIn(`${stops}?clientId=${other.id}`, owner.accessToken)).toEqual([theirs]);
    expect(await idsIn(stops, (await signUp(app)).accessToken)).toEqual([]);
    const refused = await call(app, 'GET', '/v1/orders/proof-of-delivery.zip?limit=3', { token });
    expect(refused.status).toBe(400);
  });

  it('names a picture whose file is gone', async () => {
    const broken = await addClient(app, owner);
    const id = await deliver(broken);
    const { photos } = await dispatcher.stops.getProofOfDelivery(id);
    await rm(join(app.dataDir, 'files', 'proofs', `${photos[0]!.id}.jpg`));
    const file = await download('/v1/orders/proof-of-delivery.zip', broken.token);
    const path = `${id}/01-photo.jpg`;
    expect(manifestOf(await unpacked(file)).orders[0]!.missing).toEqual([path]);
    expect((await verifyArchive(file)).faults).toEqual([
      `order ${id}: ${path} could not be read when the archive was made`,
    ]);
  });

  it('goes through several pages of orders', async () => {
    const many = await addClient(app, owner);
    const first = await deliver(many);
    await app.database.query(
      `insert into orders (id, organization_id, client_id, depot_id, status, source, products, created_at, updated_at)
       select gen_random_uuid(), organization_id, client_id, depot_id, 'submitted', 'manual', '{}', now(), now()
         from orders, generate_series(1, 450) where orders.id = $1`,
      [first],
    );
    const manifest = manifestOf(
      await unpacked(await download('/v1/orders/proof-of-delivery.zip', many.token)),
    );
    expect(manifest.orders).toHaveLength(1);
    expect(manifest.ordersWithoutProof).toBe(450);
  });
});

describe('a changed archive', () => {
  let contents: Contents;
  const photo = () => [...contents.keys()].find((name) => name.endsWith('01-photo.jpg'))!;
  const second = () => photo().replace('/01-', '/02-');
  const rewrite = (change: (manifest: ProofManifest) => void) => {
    const manifest = manifestOf(contents);
    change(manifest);
    contents.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  };
  const faults = async (known?: Map<string, string>) =>
    (await verifyArchive(await packed(contents), known)).faults;
  beforeEach(async () => {
    contents = await unpacked(await download('/v1/orders/proof-of-delivery.zip'));
  });

  it('is whole when it is only packed anew', async () => expect(await faults()).toEqual([]));

  it('tells a picture that was changed', async () => {
    contents.get(photo())!.writeUInt8(1, 500);
    expect(await faults()).toEqual([`order ${delivered}: ${photo()} is not the picture that was recorded`]);
  });

  it('tells a picture that was exchanged, with its hash', async () => {
    const other = await jpeg('green');
    contents.set(photo(), other);
    rewrite(({ orders }) => {
      orders[0]!.chain[0]!.sha256 = createHash('sha256').update(other).digest('hex');
    });
    expect(await faults()).toEqual([`order ${delivered}: entry 1 (photo) is not what was recorded`]);
  });

  it('tells an entry that was dropped, with its picture', async () => {
    contents.delete(second());
    rewrite(({ orders }) => void orders[0]!.chain.splice(1, 1));
    expect(await faults()).not.toEqual([]);
  });

  it('tells an end that was dropped', async () => {
    rewrite(({ orders }) => void orders[0]!.chain.pop());
    expect(await faults()).toEqual([`order ${delivered}: its chain does not end with its proofHash`]);
  });

  it('tells pictures that are missing, strange or there twice', async () => {
    const name = second();
    contents.set('extra.jpg', contents.get(name)!);
    contents.delete(name);
    expect(await faults()).toEqual([`order ${delivered}: ${name} is missing`, 'extra.jpg is in no chain']);
  });

  it('tells an entry that says it was erased and still tells something, or still has its picture', async () => {
    const setAll = (change: Partial<ProofManifest['orders'][number]['chain'][number]>) =>
      rewrite(({ orders }) => orders[0]!.chain.forEach((entry) => Object.assign(entry, change)));
    setAll({ erasedAt: new Date().toISOString() });
    const pictures = [...contents.keys()].filter((name) => name.endsWith('.jpg'));
    expect(await faults()).toEqual([
      `order ${delivered}: entry 4 (attempt) says that it was erased, and tells something all the same`,
      ...pictures.map((name) => `${name} is in no chain`),
    ]);
    setAll({ attempt: null });
    for (const name of pictures) contents.delete(name);
    expect(await faults()).toEqual([]);
  });

  it('tells a chain made anew by what events told before', async () => {
    const { proofHash } = manifestOf(contents).orders[0]!;
    const other = await jpeg('green');
    contents.set(photo(), other);
    rewrite(({ orders }) => {
      const order = orders[0]!;
      let previousHash: string | null = null;
      order.chain = order.chain.map((entry, index) => {
        const sha256 = index === 0 ? createHash('sha256').update(other).digest('hex') : entry.sha256;
        const made = sealed(order.orderId, { ...entry, sha256, previousHash });
        previousHash = made.hash;
        return made;
      });
      order.proofHash = previousHash!;
    });
    expect(await faults()).toEqual([]);
    expect(await faults(new Map([[delivered, proofHash]]))).toEqual([
      `order ${delivered}: ${proofHash} is not in its chain`,
    ]);
  });
});
