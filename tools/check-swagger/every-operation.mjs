const spreadsheet = 'test/fixtures/libraries-manhattan.csv';
const picture = {
  name: 'door.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** What says that the page sent something that nobody could have sent better: no problem of the page. */
const malformed = ({ status, body }) =>
  status === 415 || status === 413 || status >= 500 || (status === 400 && !expected.has(body?.code));

/** Refused for what it is about, and not for how it is written. */
const expected = new Set(['picture_unreadable']);

/**
 * Executes every operation as it stands, as a dispatcher, a client or in a sandbox: as the first of them who may.
 * @returns the lines of those that were refused as malformed
 */
export async function executeAll(swagger, url, { dispatcher, client }) {
  const document = await (await fetch(`${url}/openapi.json`)).json();
  let left = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId, requestBody }) => ({
      id: operationId,
      file: fileOf(operationId, requestBody),
    })),
  );
  const refused = [];
  const signIns = [
    ['dispatcher', () => swagger.signIn(dispatcher.email, dispatcher.password)],
    ['client', () => swagger.signIn(client.email, client.password)],
    [
      'sandbox',
      () => swagger.signIn(dispatcher.email, dispatcher.password).then(() => swagger.enterSandbox()),
    ],
  ];
  for (const [name, signIn] of signIns) {
    await signIn();
    const later = [];
    for (const operation of left) {
      // Those who come after still sign in by the old one.
      if (operation.id === 'changePassword' && name !== 'sandbox') {
        later.push(operation);
        continue;
      }
      const answer = await swagger.execute(operation.id, { file: operation.file });
      const line = `${operation.id}, as ${name}: ${answer.status} ${answer.body?.code ?? ''}`.trimEnd();
      if (answer.status === 403) later.push(operation);
      else console.log(line);
      if (malformed(answer)) refused.push(`${line} ${answer.body?.detail}`);
      // Signing up or in as the examples say changes who is signed in.
      if (answer.body?.accessToken) await signIn();
    }
    left = later;
  }
  return [...refused, ...left.map(({ id }) => `${id}: nobody may`)];
}

function fileOf(id, requestBody) {
  if (!requestBody?.content['multipart/form-data']) return undefined;
  return id === 'addProof' ? picture : spreadsheet;
}
