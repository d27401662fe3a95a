/** The main job, written once: each tool's client supplies the calls, and the compiler checks that its types fit. */
import { deepStrictEqual } from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

interface Person {
  name: string;
  email: string;
  password: string;
}

interface Session {
  accessToken: string;
}

interface Order {
  id: string;
  status: string;
}

interface Import {
  id: string;
  status: string;
  rowsImported: number;
}

interface NewOrder {
  externalId: string;
  address: { addressLineOne: string; city: string; latitude?: number; longitude?: number };
}

interface Refusal {
  status: number;
  code: string;
  errors?: { pointer: string }[];
}

/** What the main job needs of a client. A refusal is what the client's types say of a 400. */
export interface Portal {
  signup(body: Person & { organizationName: string }): Promise<Session>;
  createClient(
    token: string,
    body: { companyName: string; allowOrderUpload: boolean; invitation: { channel: 'link' } },
  ): Promise<{ invitation?: { url?: string } }>;
  acceptInvitation(body: Person & { token: string }): Promise<Session>;
  createOrder(token: string, body: NewOrder): Promise<Order>;
  refusedOrder(token: string, body: NewOrder): Promise<Refusal>;
  createOrderImport(token: string, file: File): Promise<Import>;
  getOrderImport(token: string, id: string): Promise<Import>;
  listOrders(
    token: string,
    query: { status: 'draft'[]; limit: number; cursor?: string },
  ): Promise<{ items: Order[]; nextCursor: string | null }>;
  submitOrders(token: string, ids: string[]): Promise<{ succeededCount: number; failedCount: number }>;
}

export const baseUrl = process.env.WAYBILL_URL ?? '';
export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

const password = 'plum tractor sings at noon';
const person = (name: string): Person => ({
  name,
  email: `${name.split(' ')[0]}-${crypto.randomUUID()}@example.org`.toLowerCase(),
  password,
});
const spreadsheet = 'Id,Address,City\nC-1,476 5th Ave,New York\nC-2,40 Lincoln Center Plaza,New York\n';

/** Adds one to the count at each call. */
function counted(portal: Portal, count: () => void): Portal {
  return new Proxy(portal, {
    get(target, name: keyof Portal) {
      count();
      return target[name];
    },
  });
}

async function finished(portal: Portal, token: string, id: string): Promise<Import> {
  for (;;) {
    const found = await portal.getOrderImport(token, id);
    if (found.status !== 'queued' && found.status !== 'running') return found;
    await delay(100);
  }
}

/** Does the job, checks each answer and prints how many calls it took. */
export async function mainJob(client: Portal): Promise<void> {
  let calls = 0;
  const portal = counted(client, () => calls++);

  const owner = await portal.signup({ organizationName: 'Swift Wheels', ...person('Ada Park') });
  const added = await portal.createClient(owner.accessToken, {
    companyName: 'Book Nook',
    allowOrderUpload: true,
    invitation: { channel: 'link' },
  });
  const token = new URL(added.invitation?.url ?? '').searchParams.get('token') ?? '';
  const { accessToken } = await portal.acceptInvitation({ token, ...person('Bo Nook') });

  const address = { addressLineOne: '828 Broadway', city: 'New York' };
  const orders = [
    await portal.createOrder(accessToken, { externalId: 'A-1', address }),
    await portal.createOrder(accessToken, {
      externalId: 'A-2',
      address: { ...address, latitude: 40.7, longitude: -74 },
    }),
  ];
  deepStrictEqual(
    orders.map(({ status }) => status),
    ['draft', 'draft'],
  );
  const refusal = await portal.refusedOrder(accessToken, {
    externalId: 'A-3',
    address: { ...address, latitude: 200, longitude: 0 },
  });
  deepStrictEqual(
    [refusal.status, refusal.code, refusal.errors?.map(({ pointer }) => pointer)],
    [400, 'validation_failed', ['/address/latitude']],
  );

  const file = new File([spreadsheet], 'orders.csv', { type: 'text/csv' });
  const upload = await portal.createOrderImport(accessToken, file);
  const { status, rowsImported } = await finished(portal, accessToken, upload.id);
  deepStrictEqual([status, rowsImported], ['completed', 2]);

  const first = await portal.listOrders(accessToken, { status: ['draft'], limit: 3 });
  const second = await portal.listOrders(accessToken, {
    status: ['draft'],
    limit: 3,
    cursor: first.nextCursor ?? '',
  });
  deepStrictEqual([first.items.length, second.items.length, second.nextCursor], [3, 1, null]);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  const { succeededCount, failedCount } = await portal.submitOrders(accessToken, ids);
  deepStrictEqual([succeededCount, failedCount], [4, 0]);
  console.log(calls);
}
