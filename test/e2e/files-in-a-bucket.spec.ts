import { readdir } from 'node:fs/promises';
import { eventually } from '../support/eventually.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('with STORAGE_URL', () => {
  let app: TestApp;
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3Server();
    app = await startTestApp({ env: { STORAGE_URL: server.url() } });
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  it('imports go from preview to rejected rows with their file in the bucket alone', async () => {
    const { token } = await addClient(app, await signUp(app));
    const api = app.as(token);
    const text =
      'Recipient Name,Address,City,Zip\nMaya Lin,1 Main St,New York,10001\nNobody,,New York,10001\n';
    const file = new File([text], 'orders.csv', { type: 'text/csv' });

    const preview = await api.orderImports.preview({ file });
    expect(preview).toMatchObject({ rowsRead: 2, rowsRejected: 1 });
    expect([...server.objects.keys()]).toEqual([]);

    const { id } = await api.orderImports.create({ file });
    const done = await eventually(async () => {
      const found = await api.orderImports.get(id);
      return found.status === 'queued' || found.status === 'running' ? undefined : found;
    });
    expect(done).toMatchObject({ status: 'completed_with_errors', rowsImported: 1, rowsRejected: 1 });
    expect([...server.objects.values()].map(String)).toEqual([text]);
    expect(await readdir(app.dataDir)).not.toContain('files');

    const rejected = await api.orderImports.downloadRejectedRows(id);
    expect(await rejected.text()).toContain('Nobody,,New York,10001');
  });
});
