/**
 * A program against a server with depots a to c: a list, a new one, a missing one. The same one runs wherever the SDK
 * runs; it is put as text behind each way of importing it.
 */
export async function program({ isWaybillError, responseOf, Waybill }, baseUrl) {
  const waybill = new Waybill({ baseUrl, apiKey: 'wb_test_not-a-key' });
  const names = [];
  for await (const { name } of waybill.depots.list({ limit: 2 })) names.push(name);
  const made = await waybill.depots.create({ name: 'd' });
  const code = await waybill.depots.get('none').catch((error) => isWaybillError(error) && error.code);
  const file = await waybill.orderImports.downloadTemplate();
  const sent = await waybill.imports.create(new Blob(['Id\n1']), { name: 'orders.csv' });
  return `${names.join('')}${made.name} ${responseOf(made).status} ${code} ${file.size} ${sent.status}`;
}

export const expected = 'abcd 201 not_found 4 queued';

/** Answers the program, as the API would. */
export function answersFor({ method, url }) {
  const { pathname, searchParams } = new URL(url, 'http://stub');
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  const json = (body, status = 200) => ({ status, headers: cors, body });
  if (method === 'OPTIONS') return { status: 204, headers: cors };
  if (pathname === '/v1/depots/none')
    return json({ status: 404, code: 'not_found', title: 'Not found', detail: 'There is none.' }, 404);
  if (pathname.endsWith('/template'))
    return { headers: { ...cors, 'content-type': 'text/csv' }, body: 'Id\r\n' };
  if (pathname === '/v1/order-imports') return json({ id: 'i1', status: 'queued' }, 202);
  if (method === 'POST') return json({ id: 'd4', name: 'd' }, 201);
  return searchParams.has('cursor')
    ? json({ items: [{ name: 'c' }], nextCursor: null })
    : json({ items: [{ name: 'a' }, { name: 'b' }], nextCursor: 'n' });
}
