import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../sdk/src/index.js';
import { call } from '../support/http.js';
import { addOrder, library, putInState, rawAnswer } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let owner: Session;
let client: TestClient;
let neighbour: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app);
  client = await addClient(app, owner, { requiredFields: ['address.zip', 'recipient.phone', 'products'] });
  neighbour = await addClient(app, owner);
});
afterAll(() => app.close());

describe('a new order', () => {
  it.each(['jörg@müller.example', '用户@例子.example'])('takes the recipient’s address %s', async (email) => {
    const given = { address: { addressLineOne: '10 Main St' }, recipient: { email } };
    expect((await app.as(client.token).orders.create(given)).recipient.email).toBe(email);
  });

  it('may be the first thing that a server is asked for', async () => {
    const anew = await startTestApp({ database: app.database, env: { RUN_JOBS: 'worker' } });
    // With an Idempotency-Key, as the SDK sends one, it is made otherwise.
    const body = { address: { addressLineOne: '10 Main St' } };
    const made = await call(anew, 'POST', '/v1/orders', { token: client.token, body });
    await anew.close();
    expect(made).toMatchObject({ status: 201, json: { status: 'draft' } });
  });

  it('is a draft under the client’s depot that says what it misses', async () => {
    const order = await app
      .as(client.token)
      .orders.create({ address: { addressLineOne: ' 10 Main St ' }, recipient: { phone: '' } });
    const [{ depotId } = { depotId: '' }] = await app.database.query<{ depotId: string }>(
      'select default_depot_id as "depotId" from clients where id = $1',
      [client.id],
    );
    expect(order).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      status: 'draft',
      clientId: client.id,
      source: 'manual',
      importId: null,
      externalId: null,
      address: {
        addressName: null,
        addressLineOne: '10 Main St',
        addressLineTwo: null,
        city: null,
        state: null,
        zip: null,
        country: null,
        latitude: null,
        longitude: null,
      },
      recipient: { name: null, email: null, phone: null },
      activity: 'delivery',
      size: null,
      packageCount: 1,
      products: [],
      notes: null,
      timing: null,
      requestedDate: null,
      metadata: {},
      trackingCode: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/) as string,
      depotId,
      missingFields: ['address.zip', 'recipient.phone', 'products'],
      returnReason: null,
      storeCancelledAt: null,
      route: null,
      eta: null,
      delivery: null,
      trackingUrl: null,
      version: 1,
      createdAt: order.createdAt,
      updatedAt: order.createdAt,
      submittedAt: null,
      scheduledAt: null,
      outForDeliveryAt: null,
      completedAt: null,
    });
    expect(await app.as(client.token).orders.get(order.id)).toEqual(order);
  });

  it('keeps every field, with phone and country in their standard forms', async () => {
    const content = {
      address: {
        addressName: 'Schwarzman Building',
        addressLineOne: '476 5th Ave',
        addressLineTwo: 'Floor 2',
        city: 'New York',
        state: 'NY',
        zip: '02115',
        country: 'United States',
        latitude: 40.7532,
        longitude: -73.9822,
      },
      recipient: { name: 'Ada "the" Reader', email: 'ada@EXAMPLE.org', phone: '(212) 555-0142' },
      activity: 'pickup' as const,
      size: 'M',
      packageCount: 12,
      products: ['Maps, folded', 'a "quoted" \\ {braced} one', 'NULL'],
      notes: 'Ring twice;\nthen wait.',
      timing: { earliestTime: '09:00', latestTime: '17:30', serviceSeconds: 90 },
      externalId: `BOOK-${uuidv7()}`,
    };
    const order = await app.as(client.token).orders.create(content);
    expect(order).toMatchObject({
      ...content,
      address: { ...content.address, country: 'US' },
      recipient: { ...content.recipient, email: 'ada@example.org', phone: '+12125550142' },
      missingFields: [],
    });
  });

  it('answers where it is and in which version', async () => {
    const response = await fetch(`${app.url}/v1/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(library),
    });
    const { id } = (await response.json()) as { id: string };
    expect([response.status, response.headers.get('location'), response.headers.get('etag')]).toEqual([
      201,
      `/v1/orders/${id}`,
      '"1"',
    ]);
  });

  it('has an Id that none of the client’s other orders has', async () => {
    const externalId = `SAME-${uuidv7()}`;
    await addOrder(app, client, { externalId });
    await expect(addOrder(app, client, { externalId })).rejects.toMatchObject({
      status: 409,
      code: 'external_id_taken',
    });
    expect((await addOrder(app, neighbour, { externalId })).externalId).toBe(externalId);
  });

  it.each([
    ['/address', 'required', {}],
    ['/address/addressLineOne', 'address_missing', { address: {} }],
    ['/address/longitude', 'coordinates_incomplete', { address: { latitude: 40 } }],
    ['/packageCount', 'too_small', { ...library, packageCount: 0 }],
    ['/recipient/email', 'email_invalid', { ...library, recipient: { email: 'nobody' } }],
    ['/timing/earliestTime', 'invalid_format', { ...library, timing: { earliestTime: '9:00' } }],
    ['/organizationId', 'unknown_field', { ...library, organizationId: uuidv7() }],
    ['/clientId', 'unknown_field', { ...library, clientId: uuidv7() }],
    ['/status', 'unknown_field', { ...library, status: 'submitted' }],
    ['/id', 'unknown_field', { ...library, id: uuidv7() }],
    ['/source', 'unknown_field', { ...library, source: 'dispatcher' }],
    ['/internalNotes', 'unknown_field', { ...library, internalNotes: 'mine' }],
    ['/address/depotId', 'unknown_field', { ...library, address: { ...library.address, depotId: 'x' } }],
  ])('is refused with the place of what is wrong: %s %s', async (pointer, code, body) => {
    const answer = await rawAnswer(app, client.token, 'POST', '/v1/orders', body);
    expect(answer.status).toBe(400);
    const problem = JSON.parse(answer.body.replace(',,', ',')) as { errors: object[] };
    expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it.each([
    '{"address":{"addressLineOne":"1 A St"},"__proto__":{"status":"submitted"}}',
    '{"address":',
    '[]',
    'null',
  ])('is refused when the body is %s', async (body) => {
    expect((await rawAnswer(app, client.token, 'POST', '/v1/orders', body)).status).toBe(400);
  });

  it('is refused to a client that may not upload, which still sees its orders', async () => {
    const reader = await addClient(app, owner, { allowOrderUpload: false });
    const as = app.as(reader.token);
    const refusal = { status: 403, code: 'order_upload_not_allowed' };
    await expect(as.orders.create(library)).rejects.toMatchObject(refusal);
    await expect(as.orders.createMany({ orders: [library] })).rejects.toMatchObject(refusal);
    await expect(as.orders.submit({ all: true })).rejects.toMatchObject(refusal);
    await app.database.query(
      `insert into orders (id, organization_id, client_id, depot_id, status, source, products, address_line_one, internal_notes, created_at, updated_at)
       select $1, organization_id, id, default_depot_id, 'submitted', 'dispatcher', '{}', '1 Dock Rd', 'secret', now(), now() from clients where id = $2`,
      [uuidv7(), reader.id],
    );
    const { items } = await as.orders.list();
    expect(items).toMatchObject([
      {
        status: 'submitted',
        source: 'dispatcher',
        trackingUrl: expect.stringMatching(/^http.*\/v1\/tracking\/[\w-]{43}$/) as string,
        delivery: { state: 'unattempted', attemptedAt: null, photoCount: 0, hasSignature: false },
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/internalNotes|secret/);
  });
});

describe('a batch of orders', () => {
  it('makes the good ones and says of each other what is wrong with it', async () => {
    const externalId = `TWICE-${uuidv7()}`;
    const taken = await addOrder(app, client, { externalId: `TAKEN-${uuidv7()}` });
    const orders = [
      { ...library, externalId, products: ['Maps'] },
      { address: {} },
      { ...library, externalId },
      'no order',
      { ...library, externalId: taken.externalId },
      { ...library, clientId: neighbour.id },
      library,
    ];
    const result = await app.as(client.token).orders.createMany({ orders: orders as never });
    expect([result.succeededCount, result.failedCount]).toEqual([2, 5]);
    expect(
      result.results.map(({ index, order, problem }) => [
        index,
        order?.missingFields ?? problem?.code,
        problem?.errors[0]?.pointer,
      ]),
    ).toEqual([
      [0, [], undefined],
      [1, 'validation_failed', '/orders/1/address/addressLineOne'],
      [2, 'external_id_taken', '/orders/2/externalId'],
      [3, 'validation_failed', '/orders/3'],
      [4, 'external_id_taken', '/orders/4/externalId'],
      [5, 'validation_failed', '/orders/5/clientId'],
      [6, ['products'], undefined],
    ]);
    for (const { order } of result.results) {
      if (order) expect(await app.as(client.token).orders.get(order.id)).toEqual(order);
    }
  });

  it('takes one to a thousand', async () => {
    const thousand = Array.from({ length: 1000 }, (_, index) => ({
      address: { addressLineOne: `${index} Main St` },
    }));
    const many = await addClient(app, owner);
    const orders = app.as(many.token).orders;
    expect((await orders.createMany({ orders: thousand })).succeededCount).toBe(1000);
    expect((await orders.summary()).draft).toBe(1000);
    for (const wrong of [[], [...thousand, library]])
      await expect(orders.createMany({ orders: wrong })).rejects.toMatchObject({
        status: 400,
        errors: [{ pointer: '/orders' }],
      });
  });
});

describe('a draft', () => {
  it('changes where it is told to; null empties, absent stays', async () => {
    const order = await addOrder(app, client, { notes: 'Ring', products: ['Maps'], packageCount: 3 });
    const as = app.as(client.token);
    const changed = await as.orders.update(order.id, {
      address: { zip: null, city: 'Boston' },
      notes: null,
      packageCount: null,
    });
    expect(changed).toEqual({
      ...order,
      address: { ...order.address, zip: null, city: 'Boston' },
      notes: null,
      packageCount: 1,
      missingFields: ['address.zip'],
      version: 2,
      updatedAt: changed.updatedAt,
    });
    const { items } = await as.orders.timeline(order.id);
    expect(items.map(({ type, data }) => [type, data])).toEqual([
      ['order.updated', { fields: ['address.city', 'address.zip', 'notes', 'packageCount'] }],
      ['order.created', { status: 'draft', source: 'manual' }],
    ]);
  });

  it('that moves leaves its coordinates behind, unless it brings others', async () => {
    const as = app.as(client.token);
    const place = { latitude: 40.7532, longitude: -73.9822 };
    const { id } = await as.orders.create({ address: { addressLineOne: '476 5th Ave', ...place } });
    const there = { latitude: 40.69, longitude: -73.97 };
    const moved = await as.orders.update(id, { address: { addressLineOne: '1 Dekalb Ave', ...there } });
    expect(moved.address).toMatchObject({ addressLineOne: '1 Dekalb Ave', ...there });
    const left = await as.orders.update(id, { address: { addressLineOne: '2 Dekalb Ave' } });
    expect(left.address).toMatchObject({ addressLineOne: '2 Dekalb Ave', latitude: null, longitude: null });
    const { items } = await as.orders.timeline(id);
    expect(items[0]!.data).toEqual({
      fields: ['address.addressLineOne', 'address.latitude', 'address.longitude'],
    });
  });

  it('stays as it is when nothing in it changes', async () => {
    const order = await addOrder(app, client);
    const same = await app.as(client.token).orders.update(order.id, { recipient: { phone: '212-555-0142' } });
    expect(same).toEqual(order);
  });

  it('never changes into something that is no order', async () => {
    const order = await addOrder(app, client);
    const as = app.as(client.token);
    for (const [body, pointer] of [
      [{ address: { addressLineOne: null } }, '/address/addressLineOne'],
      [{ address: { latitude: 1 } }, '/address/longitude'],
      [{ status: 'submitted' }, '/status'],
      [{ externalId: 'x'.repeat(101) }, '/externalId'],
    ] as [object, string][])
      await expect(as.orders.update(order.id, body)).rejects.toMatchObject({
        status: 400,
        errors: [{ pointer }],
      });
    expect(await as.orders.get(order.id)).toEqual(order);
  });

  it('cannot take the Id of another', async () => {
    const { externalId } = await addOrder(app, client, { externalId: `HELD-${uuidv7()}` });
    const order = await addOrder(app, client);
    await expect(app.as(client.token).orders.update(order.id, { externalId })).rejects.toMatchObject({
      status: 409,
      code: 'external_id_taken',
    });
  });

  it('is held to what the client requires now, not when it was made', async () => {
    const changing = await addClient(app, owner);
    const order = await addOrder(app, changing, { recipient: null });
    expect(order.missingFields).toEqual([]);
    await app.database.query(`update clients set required_fields = '{recipient.name}' where id = $1`, [
      changing.id,
    ]);
    const as = app.as(changing.token);
    expect((await as.orders.get(order.id)).missingFields).toEqual(['recipient.name']);
    expect((await as.orders.list()).items[0]?.missingFields).toEqual(['recipient.name']);
  });

  it('is changed and deleted only in the version that was read, when If-Match names one', async () => {
    const order = await addOrder(app, client);
    const path = `/v1/orders/${order.id}`;
    const patch = (etag: string) =>
      rawAnswer(app, client.token, 'PATCH', path, { notes: etag }, { 'if-match': etag });
    expect((await patch('"7"')).status).toBe(412);
    expect((await patch('"1"')).status).toBe(200);
    expect((await patch('"1"')).status).toBe(412);
    const remove = (etag: string) =>
      rawAnswer(app, client.token, 'DELETE', path, undefined, { 'if-match': etag });
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(204);
    expect((await remove('"2"')).status).toBe(404);
  });
});

describe('somebody else’s order', () => {
  it('is answered as one that never was, to the byte', async () => {
    const theirs = await addOrder(app, neighbour);
    const stranger = await addClient(app, await signUp(app));
    const elsewhere = await addOrder(app, stranger);
    const none = uuidv7();
    const calls: [string, string, unknown?][] = [
      ['GET', ''],
      ['GET', '/timeline'],
      ['GET', '/proof-of-delivery'],
      ['PATCH', '', { notes: 'mine now' }],
      ['DELETE', ''],
    ];
    for (const [method, tail, body] of calls) {
      const unknown = await rawAnswer(app, client.token, method, `/v1/orders/${none}${tail}`, body);
      expect(unknown.status).toBe(404);
      for (const { id } of [theirs, elsewhere])
        expect(await rawAnswer(app, client.token, method, `/v1/orders/${id}${tail}`, body)).toEqual(unknown);
    }
    for (const action of ['submit', 'withdraw', 'delete']) {
      const answer = async (id: string) =>
        (await rawAnswer(app, client.token, 'POST', `/v1/orders/${action}`, { ids: [id] })).body.replace(
          id,
          '',
        );
      expect(await answer(theirs.id)).toBe(await answer(none));
    }
    expect(await app.as(neighbour.token).orders.get(theirs.id)).toEqual(theirs);
  });

  it('is not for dispatchers, who have stops', async () => {
    const { id } = await addOrder(app, client);
    await expect(app.as(owner.accessToken).orders.get(id)).rejects.toMatchObject({
      status: 403,
      code: 'permission_denied',
    });
  });
});

describe('the proof of delivery', () => {
  it('is unattempted until a driver has been there, then tells of the attempt', async () => {
    const order = await addOrder(app, client);
    const as = app.as(client.token);
    const unattempted = {
      state: 'unattempted',
      attemptedAt: null,
      signeeName: null,
      recipientNotes: null,
      location: null,
      photos: [],
      signature: null,
      requiredProof: [],
      proofHash: null,
      chain: [],
    };
    expect(await as.orders.getProofOfDelivery(order.id)).toEqual(unattempted);
    await putInState(app, order.id, 'delivered');
    await app.database.query(
      `update orders set delivery_state = 'delivered_to_recipient', attempted_at = '2026-03-02T09:30:00Z', signee_name = 'Ada',
         recipient_notes = 'Thanks', attempt_latitude = 40.75, attempt_longitude = -73.98, internal_notes = 'dog' where id = $1`,
      [order.id],
    );
    const attempt = {
      state: 'delivered_to_recipient',
      attemptedAt: '2026-03-02T09:30:00.000Z',
      signeeName: 'Ada',
      recipientNotes: 'Thanks',
      location: { latitude: 40.75, longitude: -73.98 },
    };
    expect(await as.orders.getProofOfDelivery(order.id)).toEqual({ ...unattempted, ...attempt });
    const seen = await as.orders.get(order.id);
    expect(seen.delivery).toEqual({ ...attempt, photoCount: 0, hasSignature: false });
    expect(seen.route).toMatchObject({ title: 'Morning', position: 1 });
    expect(JSON.stringify(seen)).not.toContain('dog');
  });
});

describe('the timeline', () => {
  it('goes on page by page, newest first, and leaves out what is the organization’s own', async () => {
    const order = await addOrder(app, client, { products: ['Maps'] });
    const as = app.as(client.token);
    await as.orders.submit({ ids: [order.id] });
    await app.database.query(
      `insert into events (id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at)
       values ($1, $2, $3, 'organization', 'order.deleted', $4, '{}', '{"kind":"user","id":null,"name":"Internal"}', '', now())`,
      [uuidv7(), client.organizationId, client.id, order.id],
    );
    await as.orders.withdraw({ ids: [order.id] });
    const types: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as.orders.timeline(order.id, { limit: 1, cursor });
      types.push(...page.items.map(({ type }) => type));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(types).toEqual(['order.withdrawn', 'order.submitted', 'order.created']);
    const { items } = await as.orders.timeline(order.id);
    expect(items.map(({ actor }) => actor)).toEqual(Array(3).fill({ kind: 'user', name: 'Test owner' }));
    const page = await as.orders.timeline(order.id, { limit: 1 });
    const other = await addOrder(app, client);
    await expect(as.orders.timeline(other.id, { cursor: page.nextCursor ?? '' })).rejects.toMatchObject({
      status: 400,
      code: 'cursor_mismatch',
    });
  });
});
