import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session, Waybill } from '../../sdk/src/index.js';
import { orderIn, refusal } from '../support/dispatch.js';
import { renderPdf } from '../support/pdf.js';
import { jpeg, pictureFile, signature } from '../support/pictures.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the proof of one order as a PDF', () => {
  let app: TestApp;
  let owner: Session;
  let dispatcher: Waybill;
  let client: TestClient;
  let id: string;
  beforeAll(async () => {
    app = await startTestApp();
    owner = await signUp(app, 'Swift Wheels 東京');
    dispatcher = app.as(owner.accessToken);
    client = await addClient(app, owner);
    ({ id } = await orderIn(app, dispatcher, client, 'out_for_delivery'));
    await app.database.query(
      `update orders set external_id = 'I-7', recipient_name = 'Ada Reader', internal_notes = 'CANARY-ORDER' where id = $1`,
      [id],
    );
    await dispatcher.stops.addProof(id, { file: pictureFile(await jpeg('red')), kind: 'photo' });
    await dispatcher.stops.addProof(id, { file: pictureFile(await signature()), kind: 'signature' });
    await dispatcher.stops.recordAttempt(id, {
      state: 'delivered_to_recipient',
      attemptedAt: '2026-03-02T09:30:00Z',
      signeeName: 'Zoë Ünal',
      recipientNotes: 'Am Empfang',
      internalNotes: 'CANARY-ATTEMPT',
    });
  });
  afterAll(() => app.close());

  const pagesOf = async (download: PromiseLike<Blob>) =>
    renderPdf(new Uint8Array(await (await download).arrayBuffer()), 1);
  const words = (pages: { text: string }[]) => pages.map(({ text }) => text).join('\n');

  it('tells either side who took it, when and how, with the chain, and no internal notes', async () => {
    const seen = words(await pagesOf(app.as(client.token).orders.downloadProof(id)));
    const { chain } = await dispatcher.stops.getProofOfDelivery(id);
    for (const told of [
      'Swift Wheels 東京',
      'Proof of delivery',
      'I-7',
      'Ada Reader',
      '476 5th Ave',
      'delivered_to_recipient',
      '2026-03-02 09:30:00 UTC',
      'Zoë Ünal',
      'Am Empfang',
      'Photo 1',
      'Signature',
      ...chain.map(({ hash }) => hash),
    ])
      expect(seen).toContain(told);
    const same = words(await pagesOf(dispatcher.stops.downloadProof(id)));
    expect(same).toBe(seen);
    expect(seen + same).not.toContain('CANARY');
  });

  it('shows the pictures', async () => {
    const [first] = await pagesOf(dispatcher.stops.downloadProof(id));
    let red = 0;
    for (let at = 0; at < first!.pixels.length; at += 4)
      if (first!.pixels[at]! > 200 && first!.pixels[at + 1]! < 60) red += 1;
    expect(red).toBeGreaterThan(10_000);
  });

  it('says which picture could not be read', async () => {
    const { photos } = await dispatcher.stops.getProofOfDelivery(id);
    await rm(join(app.dataDir, 'files', 'proofs', `${photos[0]!.id}.jpg`));
    expect(words(await pagesOf(dispatcher.stops.downloadProof(id)))).toContain('could not be read');
  });

  it('is there before the first attempt, and only for those who may see the order', async () => {
    const { id: waiting } = await orderIn(app, dispatcher, client, 'submitted');
    expect(words(await pagesOf(app.as(client.token).orders.downloadProof(waiting)))).toContain(
      'Nobody has tried yet',
    );
    const stranger = app.as((await signUp(app)).accessToken);
    expect(await refusal(stranger.stops.downloadProof(id).then(() => 'done'))).toBe('404 not_found');
  });
});
