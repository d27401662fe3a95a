/** What callers do all day. Each notes every answer, and what was acknowledged to it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

const usualTries = 3;
const retryMilliseconds = 100;
/** With so many writes unanswered, callers make no more. */
const mostOpen = 150;

/** A create that can be repeated safely. It has no Id of its own, so that only its key keeps it from being twice. */
export function createByKey(desk, caller, options) {
  const tag = desk.writes.newTag();
  desk.writes.orders.set(tag, { isKeyed: true });
  const request = {
    work: 'create by key',
    path: '/v1/orders',
    body: orderOf(tag),
    onDone: ({ body }) => {
      if (!desk.writes.acknowledgeOrder(tag, body.id)) desk.ledger.finding('one key, two orders', tag);
    },
  };
  return insist(desk, caller, request, options);
}

/** A create that is asked once; without an answer nobody knows what became of it. */
export async function createOnce(desk, caller) {
  const tag = desk.writes.newTag();
  desk.writes.orders.set(tag, { isKeyed: false });
  const body = { ...orderOf(tag), externalId: tag };
  const answer = desk.ledger.note('create', await caller.ask('POST', '/v1/orders', { body }));
  if (answer.kind === 'done') desk.writes.acknowledgeOrder(tag, answer.body.id);
}

export async function submit(desk, caller) {
  const { orders, drafts } = desk.writes;
  const tag = drafts.shift();
  if (!tag) return;
  const order = orders.get(tag);
  await insist(desk, caller, {
    work: 'submit',
    path: '/v1/orders/submit',
    body: { ids: [order.id] },
    onDone: ({ body }) => {
      if (body.succeededCount === 1) order.submitted = true;
      else desk.ledger.finding('submit refused', `${tag}: ${JSON.stringify(body.failed)}`);
    },
  });
}

export async function readOne(desk, caller) {
  const known = desk.writes.acknowledged();
  if (known.length === 0) return;
  const [, { id }] = known[desk.random.below(known.length)];
  desk.ledger.note('read', await caller.ask('GET', `/v1/orders/${id}`));
}

export async function list(desk, caller) {
  return desk.ledger.note('list', await caller.ask('GET', '/v1/orders?limit=20'));
}

export async function listStops(desk, caller) {
  desk.ledger.note('stops', await caller.ask('GET', '/v1/stops?limit=20'));
}

/** Signs in and renews once. */
export async function signIn(desk, caller) {
  const { login } = desk.tenant;
  const session = await caller.ask('POST', '/v1/auth/login', { body: login });
  desk.ledger.note('sign in', session);
  if (session.kind !== 'done') return;
  const { refreshToken } = session.body;
  desk.ledger.note('renew', await caller.ask('POST', '/v1/auth/refresh', { body: { refreshToken } }));
}

/** Uploads a spreadsheet of so many good rows. */
export function upload(desk, caller, { rows = 40, ...options } = {}) {
  const name = `${desk.writes.newTag()}.csv`;
  const file = { rows };
  desk.writes.imports.set(name, file);
  const request = {
    work: 'upload',
    path: '/v1/order-imports',
    body: formOf(name, rows),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    onDone: ({ body }) => {
      if ((file.id ??= body.id) !== body.id) desk.ledger.finding('one key, two imports', name);
    },
  };
  return insist(desk, caller, request, options);
}

/**
 * Asks under one key until there is a final answer, a few times now and, failing that, in the end. What is
 * `repeated` is asked in the end in any case.
 */
async function insist(desk, caller, request, { tries = usualTries, repeated = false } = {}) {
  if (desk.writes.open.length >= mostOpen) return;
  request.headers = { ...request.headers, 'idempotency-key': randomUUID() };
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (attempt > 1) await delay(retryMilliseconds);
    if ((await askAgain(desk, caller, request)) && !repeated) return;
  }
  desk.writes.open.push(request);
}

/** @returns whether the answer was final */
export async function askAgain(desk, caller, { work, path, body, headers, onDone }) {
  const answer = desk.ledger.note(work, await caller.ask('POST', path, { body, headers }));
  if (answer.kind === 'done') onDone(answer);
  return answer.kind === 'done' || answer.kind === 'odd';
}

function orderOf(tag) {
  return {
    address: { addressLineOne: '476 5th Ave', city: 'New York', state: 'NY', zip: '10018', country: 'US' },
    recipient: { name: 'Ada Reader', phone: '+12125550142' },
    notes: tag,
  };
}

const boundary = 'chaos-7d1f0c';

function formOf(name, rows) {
  const lines = Array.from({ length: rows }, (_, row) => `${name}/${row + 1},${row + 1} Main St,1`);
  const sheet = ['Id,Address Line 1,Package Count', ...lines, ''].join('\n');
  return Buffer.from(
    [
      `--${boundary}`,
      `content-disposition: form-data; name="file"; filename="${name}"`,
      'content-type: text/csv',
      '',
      sheet,
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}
