import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Session } from '../../sdk/src/index.js';
import { startWithCommand, type CommandLine } from '../support/command-line.js';
import { freePort } from '../support/server-process.js';
import { startReceiver } from '../support/receiver.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

interface Kept {
  session: { refreshToken: string };
}

describe('signing in from the command line', () => {
  let app: TestApp;
  let owner: Session;
  let client: TestClient;
  let waybill: CommandLine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ app, waybill, close } = await startWithCommand());
    owner = await signUp(app);
    client = await addClient(app, owner);
  });
  afterAll(() => close());

  const signIn = async () =>
    waybill.run(`login --url ${app.url} --email ${client.email}`, { input: `${password}\n` });

  it('asks for what is not given, and keeps it for nobody else to read', async () => {
    const { status, stdout, stderr } = await waybill.run('login', {
      input: `${app.url}\n${client.email}\n${password}\n`,
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe('✓ Signed in as Test owner, owner of Book Nook at Swift Wheels.\n');
    const [file, folder] = await Promise.all([stat(waybill.credentials), stat(dirname(waybill.credentials))]);
    expect([file.mode & 0o777, folder.mode & 0o777]).toEqual([0o600, 0o700]);
    expect(await readFile(waybill.credentials, 'utf8')).not.toContain(password);
    expect((await waybill.run('whoami')).stdout).toBe(
      `Name    Test owner\nE-mail  ${client.email}\nTeam    Book Nook at Swift Wheels\nRole    owner\nServer  ${app.url}\n`,
    );
    expect(await waybill.json('whoami')).toMatchObject({ url: app.url, user: { email: client.email } });
  });

  it('goes in to the team that is named', async () => {
    const { id } = await addClient(app, owner);
    await app.database.query(
      `insert into memberships (id, user_id, organization_id, client_id, role, created_at, updated_at)
       select gen_random_uuid(), id, $2, $3, 'member', now(), now() from users where email = $1`,
      [client.email, client.organizationId, id],
    );
    const goIn = (team: string) =>
      waybill.run(`login --url ${app.url} --email ${client.email} --team "${team}"`, {
        input: `${password}\n`,
      });
    await app.database.query('update clients set company_name = $2 where id = $1', [id, 'Uptown Books']);
    expect((await goIn('uptown')).stdout).toContain('member of Uptown Books at Swift Wheels');
    // A whole name counts before a part of another.
    await app.database.query('update clients set company_name = $2 where id = $1', [id, 'Old Book Nook']);
    expect((await goIn('Book Nook at Swift Wheels')).stdout).toContain('owner of Book Nook at Swift Wheels');
    const sessions = () => app.database.query('select id from sessions where ended_at is null order by id');
    const before = await sessions();
    for (const [team, what] of [
      ['north', 'You have no team “north”.'],
      ['book', 'Several of your teams are “book”.'],
    ] as const)
      expect(await goIn(team)).toMatchObject({ status: 1, stderr: expect.stringContaining(what) as string });
    // Nobody holds what was made for a sign-in that came to nothing.
    expect(await sessions()).toEqual(before);
  });

  it('knows an address as people write it', async () => {
    const bare = new URL(app.url).host;
    const login = `login --url ${bare}/ --email ${client.email}`;
    expect((await waybill.run(login, { input: `${password}\n` })).status).toBe(0);
    expect((await waybill.run(`whoami --url ${bare}`)).stdout).toContain(`Server  ${app.url}\n`);
    for (const wrong of ['"a b"', 'ftp://a', 'http://'])
      expect(await waybill.run(`login --url ${wrong}`)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^✗ “.*” is no address: https:\/\/portal\.example\.com\n/) as string,
      });
  });

  it('says what stands in its way', async () => {
    const env = { WAYBILL_API_KEY: 'wb_live_none' };
    const { stderr } = await waybill.run(`login --url ${app.url} --email ${client.email}`, {
      env,
      input: `${password}\n`,
    });
    expect(stderr).toBe('! WAYBILL_API_KEY is set, and goes before this sign-in.\n');
    const nowhere = await waybill.run(`login --url ${app.url} --email ${client.email}`, {
      env: { XDG_CONFIG_HOME: '/dev/null' },
    });
    expect(nowhere).toMatchObject({
      status: 1,
      stderr: '✗ /dev/null/waybill cannot be made (ENOTDIR).\n  XDG_CONFIG_HOME names another folder.\n',
    });
  });

  it('renews once, however many processes meet a token that has ended', async () => {
    await signIn();
    const ends = () =>
      waybill.changeCredentials(({ session }) =>
        Object.assign(session, { accessToken: 'ended', expiresAt: 0 }),
      );
    for (let round = 0; round < 2; round++) {
      await ends();
      const ran = await Promise.all(Array.from({ length: 5 }, () => waybill.run('whoami')));
      expect(ran.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0]);
    }
    const mode = (await stat(waybill.credentials)).mode & 0o777;
    expect(mode).toBe(0o600);
  });

  it('is not held up by the lock of a process that is gone', async () => {
    await signIn();
    await waybill.changeCredentials(({ session }) =>
      Object.assign(session, { accessToken: 'ended', expiresAt: 0 }),
    );
    await writeFile(`${waybill.credentials}.lock`, '999999999 gone');
    expect((await waybill.run('whoami')).status).toBe(0);
  });

  it('does not use what others may read, and says how to mend it', async () => {
    await signIn();
    await chmod(waybill.credentials, 0o644);
    const { status, stderr } = await waybill.run('whoami');
    expect(status).toBe(1);
    expect(stderr).toContain('may be read by others (mode 644), so it is not used.');
    expect(stderr).toContain('chmod 600');
    await signIn();
    expect((await waybill.run('whoami')).status).toBe(0);
  });

  it('sends nothing of it to another server', async () => {
    await signIn();
    const other = await startReceiver();
    try {
      for (const [line, env] of [
        [`whoami --url ${other.url}`, {}],
        ['whoami', { WAYBILL_URL: other.url }],
      ] as const) {
        const { status, stderr } = await waybill.run(line, { env });
        expect([status, stderr]).toEqual([1, expect.stringContaining('You are not signed in to') as string]);
      }
      expect(other.received).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('ends here and at the server', async () => {
    await signIn();
    const { session } = JSON.parse(await readFile(waybill.credentials, 'utf8')) as Kept;
    expect(await waybill.run('logout')).toMatchObject({ status: 0, stderr: `✓ Signed out of ${app.url}.\n` });
    await expect(app.as().auth.refresh({ refreshToken: session.refreshToken })).rejects.toMatchObject({
      code: 'token_invalid',
    });
    expect(await waybill.run('whoami')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Sign in: waybill login.') as string,
    });
    const forPrograms = await waybill.run('whoami --json');
    expect(JSON.parse(forPrograms.stderr)).toMatchObject({ error: { code: 'not_signed_in' } });
    expect((await waybill.run('logout')).status).toBe(0);
  });

  it('leaves nothing behind, also of what others could read, was damaged or cut short', async () => {
    await signIn();
    const { session } = JSON.parse(await readFile(waybill.credentials, 'utf8')) as Kept;
    await chmod(waybill.credentials, 0o644);
    await writeFile(`${waybill.credentials}.0195d0c2`, 'a write that was cut short');
    expect(await waybill.run('logout')).toMatchObject({ status: 0, stderr: `✓ Signed out of ${app.url}.\n` });
    await expect(app.as().auth.refresh({ refreshToken: session.refreshToken })).rejects.toMatchObject({
      code: 'token_invalid',
    });
    await signIn();
    await writeFile(waybill.credentials, '{ "url": ');
    expect((await waybill.run('logout')).status).toBe(0);
    expect(await readdir(dirname(waybill.credentials))).toEqual([]);
  });

  it('is kept, and taken away, where a link leads', async () => {
    await waybill.run('logout');
    const elsewhere = join(waybill.folder, 'dotfiles.json');
    await writeFile(elsewhere, '', { mode: 0o644 });
    await symlink(elsewhere, waybill.credentials);
    await signIn();
    expect((await lstat(waybill.credentials)).isSymbolicLink()).toBe(true);
    expect((await stat(elsewhere)).mode & 0o777).toBe(0o600);
    expect((await waybill.run('whoami')).status).toBe(0);
    await waybill.run('logout');
    await expect(readFile(elsewhere)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(lstat(waybill.credentials)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is by an API key, from a file, given or in the environment', async () => {
    const scopes = ['organization:read'] as const;
    const { key } = await app.as(owner.accessToken).apiKeys.create({ name: 'Till', scopes: [...scopes] });
    const byStdin = await waybill.run(`login --url ${app.url} --token-stdin`, { input: `${key}\n` });
    expect(byStdin).toMatchObject({
      status: 0,
      stdout: `✓ Signed in to ${app.url} by the key ${key.slice(0, 12)}….\n`,
    });
    expect((await waybill.run('whoami')).stdout).toContain('Organization  Swift Wheels');
    await waybill.run('logout');
    expect((await waybill.run(`login --url ${app.url} --api-key ${key}`)).status).toBe(0);
    expect((await waybill.run(`login --url ${app.url} --api-key`, { input: `${key}\n` })).status).toBe(0);
    await waybill.run('logout');
    const wrong = await waybill.run('whoami', {
      env: { WAYBILL_URL: app.url, WAYBILL_API_KEY: 'wb_live_x' },
    });
    expect(wrong.stderr).toMatch(/^✗ .*\n {2}See that WAYBILL_API_KEY is right\.\n$/);
    const env = { WAYBILL_URL: app.url, WAYBILL_API_KEY: key };
    expect(await waybill.json('whoami', { env })).toMatchObject({ organization: { name: 'Swift Wheels' } });
    const bad = await waybill.run(`login --url ${app.url} --token-stdin`, { input: 'wb_live_nothing' });
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(/^✗ .*\n {2}Sign in: waybill login\.\n$/);
  });

  it('says what was wrong', async () => {
    const email = await addMember(app, { organizationId: client.organizationId, role: 'viewer' });
    const wrong = await waybill.run(`login --url ${app.url} --email ${email}`, {
      input: 'not the password\n',
    });
    expect(wrong).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^✗ The e-mail or the password is wrong\. Check both/) as string,
    });
    const nobody = await waybill.run(
      `login --url http://127.0.0.1:${await freePort()} --email a@example.org`,
      {
        input: 'x\n',
      },
    );
    expect(nobody.stderr).toContain('nothing listens there');
    const unanswered = await waybill.run(`login --url ${app.url}`);
    expect(unanswered).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nobody is there to answer') as string,
    });
  });
});
