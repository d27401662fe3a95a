import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CreateOrderImportForm, OrderImport, Waybill } from '../../sdk/src/index.js';
import { eventually } from './eventually.js';
import { addClient, signUp, type TestClient } from './tenants.js';
import type { TestApp } from './test-app.js';

export type ImportForm = Omit<CreateOrderImportForm, 'file'>;

/** A client of an organization of its own, and the API as both see it. */
export async function newClient(
  app: TestApp,
  options: Parameters<typeof addClient>[2] = {},
): Promise<TestClient & { api: Waybill; owner: Waybill }> {
  const owner = await signUp(app);
  const client = await addClient(app, owner, options);
  return { ...client, api: app.as(client.token), owner: app.as(owner.accessToken) };
}

/** A text, or lines, as a file. */
export function csv(text: string | readonly string[]): File {
  if (typeof text === 'string') return new File([text], 'orders.csv');
  return new File(text.length === 0 ? [] : [`${text.join('\n')}\n`], 'orders.csv');
}

/** The import of a file, or of lines, once it has ended. */
export async function importFile(
  api: Waybill,
  file: File | readonly string[],
  form: ImportForm = {},
): Promise<OrderImport> {
  const { id } = await api.orderImports.create({ ...form, file: file instanceof File ? file : csv(file) });
  return api.imports.wait(id, { interval: 20 });
}

/** An upload that is being read: its answer, and how its caller leaves. */
export async function uploadAndLeave(app: TestApp, path: string, token: string, file: File) {
  const form = new FormData();
  form.append('file', file);
  const leaving = new AbortController();
  const answer = fetch(app.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
    signal: leaving.signal,
  });
  answer.catch(() => undefined);
  await eventually(
    async () => (await passingFiles(app)).some((name) => !name.endsWith('.part')) || undefined,
  );
  return { answer, leave: () => leaving.abort() };
}

/** Uploads that are read for their answer alone, and end with it. */
export async function passingFiles(app: TestApp): Promise<string[]> {
  return readdir(join(app.dataDir, 'files', 'previews')).catch(() => []);
}
